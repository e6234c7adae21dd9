namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

internal static unsafe partial class BlockDistortion
{
    /// <summary>Sums the distances of the refined samples from the middle of their interval: twice the magnitude, less one.</summary>
    private static (long Sum, int Count) SumRefined(uint* magnitudes, int samples, int plane, int drop)
    {
        uint low = (2u << plane) - 1;
        int middle = 2 << plane >> drop;
        long sum = 0;
        int count = 0;
        for (int i = 0; i < samples; i++)
        {
            if (magnitudes[i] <= low) continue;
            int distance = (int)(((2 * (magnitudes[i] & low)) + 1) >> drop) - middle;
            sum += distance < 0 ? -distance : distance;
            count++;
        }

        return (sum, count);
    }
}
