using System;
using System.Globalization;
using PSDicom.Dictionary;

namespace PSDicom.Rendering.Colors;

/// <summary>Reads the table of colour maps. Each sample is a polyline of points grey:value, such as <c>0:0 127:254 255:255</c>.</summary>
internal static class ColorMapTable
{
    private const int Entries = 256;

    /// <summary>Creates a map for each row.</summary>
    /// <param name="make">Creates a map from its name and the RGB samples of the 256 greys.</param>
    public static ColorMap[] Load(Func<string, byte[], ColorMap> make)
    {
        DataTable table = DataTable.Load("color-maps.tsv");
        var maps = new ColorMap[table.RowCount];
        for (int row = 0; row < maps.Length; row++)
        {
            var colors = new byte[Entries * 3];
            for (int sample = 0; sample < 3; sample++) Draw(table.Field(row, sample + 1), colors, sample);
            maps[row] = make(table.Field(row, 0), colors);
        }

        return maps;
    }

    private static void Draw(string points, byte[] colors, int sample)
    {
        int grey = 0, value = 0;
        foreach (string point in points.Split(' '))
        {
            string[] numbers = point.Split(':');
            int nextGrey = int.Parse(numbers[0], CultureInfo.InvariantCulture), nextValue = int.Parse(numbers[1], CultureInfo.InvariantCulture);
            int length = nextGrey - grey;
            for (int i = 1; i < length; i++)
                colors[((grey + i) * 3) + sample] = (byte)(((2 * ((value * (length - i)) + (nextValue * i))) + length) / (2 * length));
            colors[(nextGrey * 3) + sample] = (byte)nextValue;
            (grey, value) = (nextGrey, nextValue);
        }
    }
}
