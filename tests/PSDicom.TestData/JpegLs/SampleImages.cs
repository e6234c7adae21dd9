namespace PSDicom.Core.Tests.Codecs.JpegLs;

/// <summary>Planes to encode, that have flat, smooth, noisy and extreme parts.</summary>
internal static class SampleImages
{
    public static int[][,] Make(int rows, int columns, int components, int maxValue, int seed = 1)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, components).Select(component =>
        {
            var plane = new int[rows, columns];
            for (int y = 0; y < rows; y++)
            {
                for (int x = 0; x < columns; x++)
                {
                    double smooth = (Math.Sin((x + (component * 5)) / 9.0) + Math.Cos(y / 7.0) + 2) / 4;
                    plane[y, x] = (x * 4 / columns) switch
                    {
                        0 => maxValue / 3,
                        1 => (int)(smooth * maxValue),
                        2 => Math.Clamp((int)(smooth * maxValue) + random.Next(-3, 4), 0, maxValue),
                        _ => y % 9 < 6 ? (random.Next(12) == 0 ? maxValue : 0) : random.Next(maxValue + 1),
                    };
                }
            }

            return plane;
        }).ToArray();
    }

    public static int[][,] Copy(int[][,] planes) => [.. planes.Select(plane => (int[,])plane.Clone())];

    /// <summary>Some rows of each plane.</summary>
    public static int[][,] Rows(int[][,] planes, int first, int count) => [.. planes.Select(plane =>
    {
        var part = new int[count, plane.GetLength(1)];
        for (int y = 0; y < count; y++)
        {
            for (int x = 0; x < part.GetLength(1); x++) part[y, x] = plane[first + y, x];
        }

        return part;
    })];

    /// <summary>The samples by pixel, as a decoder writes them.</summary>
    public static byte[] Bytes(int[][,] planes, int bytesPerSample)
    {
        var bytes = new List<byte>();
        for (int y = 0; y < planes[0].GetLength(0); y++)
        {
            for (int x = 0; x < planes[0].GetLength(1); x++)
            {
                foreach (int[,] plane in planes) bytes.AddRange(BitConverter.GetBytes(plane[y, x]).Take(bytesPerSample));
            }
        }

        return [.. bytes];
    }
}
