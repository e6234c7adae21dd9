using PSDicom.Codecs.Jpeg2000;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>The forward wavelet transforms (T.800 F.4), line by line, in place of the samples.</summary>
internal static class ForwardWavelet
{
    public static void Apply(double[,] plane, TileComponent component, bool isReversible)
    {
        for (int r = component.Coding.Levels; r > 0; r--)
        {
            Area area = component.Resolutions[r].Area;
            for (int x = 0; x < area.Width; x++)
            {
                double[] line = [.. Enumerable.Range(0, area.Height).Select(y => plane[y, x])];
                line = Split(line, area.Y0, isReversible);
                for (int y = 0; y < line.Length; y++) plane[y, x] = line[y];
            }

            for (int y = 0; y < area.Height; y++)
            {
                double[] line = [.. Enumerable.Range(0, area.Width).Select(x => plane[y, x])];
                line = Split(line, area.X0, isReversible);
                for (int x = 0; x < line.Length; x++) plane[y, x] = line[x];
            }
        }
    }

    private static double[] Split(double[] line, int start, bool isReversible)
    {
        int odd = start & 1;
        if (line.Length == 1) return odd == 0 ? line : [2 * line[0]];
        if (line.Length == 0) return line;
        if (isReversible)
        {
            Lift(line, 1 - odd, (value, sum) => value - Math.Floor(sum / 2));
            Lift(line, odd, (value, sum) => value + Math.Floor((sum + 2) / 4));
        }
        else
        {
            Lift(line, 1 - odd, (value, sum) => value - (1.586134342059924 * sum));
            Lift(line, odd, (value, sum) => value - (0.052980118572961 * sum));
            Lift(line, 1 - odd, (value, sum) => value + (0.882911075530934 * sum));
            Lift(line, odd, (value, sum) => value + (0.443506852043971 * sum));
            for (int i = 0; i < line.Length; i++) line[i] *= (i & 1) == odd ? 1 / 1.230174104914001 : 1.230174104914001;
        }

        return [.. line.Where((_, i) => (i & 1) == odd), .. line.Where((_, i) => (i & 1) != odd)];
    }

    private static void Lift(double[] line, int first, Func<double, double, double> step)
    {
        for (int i = first; i < line.Length; i += 2)
        {
            double before = line[i == 0 ? 1 : i - 1], after = line[i == line.Length - 1 ? i - 1 : i + 1];
            line[i] = step(line[i], before + after);
        }
    }
}
