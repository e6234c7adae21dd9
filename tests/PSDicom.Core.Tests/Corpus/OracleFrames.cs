using System.Globalization;
using System.IO.Compression;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>What other toolkits decode of the frames of one file.</summary>
internal sealed class OracleFrames
{
    private OracleFrames(string relativePath, string transferSyntax, IReadOnlyList<Row> rows)
    {
        RelativePath = relativePath;
        TransferSyntax = transferSyntax;
        Rows = rows;
    }

    public string RelativePath { get; }

    /// <summary>The unique identifier; empty if the file has none.</summary>
    public string TransferSyntax { get; }

    public IReadOnlyList<Row> Rows { get; }

    public static IEnumerable<OracleFrames> ReadAll()
    {
        foreach (string relativePath in CorpusFolder.RelativePaths())
        {
            // A row without bytes is no frame.
            string table = Path.Combine(CorpusFolder.Oracle, relativePath + ".frames.tsv");
            if (File.Exists(table)) yield return Read(relativePath.Replace('\\', '/'), File.ReadAllLines(table));
        }
    }

    /// <summary>The frames, from 1, on which at least two independent decoders agree, with what they agree on.</summary>
    public Dictionary<int, string> Agreed(string color)
    {
        var agreed = new Dictionary<int, string>();
        foreach (IGrouping<int, Row> frame in Rows.Where(row => row.Color == color).GroupBy(row => row.Frame))
        {
            List<Row> majority = [.. frame.Where(row => row.Class == "A")];
            if (majority.Select(row => row.Family).Distinct().Count() >= 2) agreed[frame.Key] = majority[0].Sha256;
        }

        return agreed;
    }

    /// <summary>The frames, from 1, of which there is anything.</summary>
    public IEnumerable<int> Numbers => Rows.Select(row => row.Frame).Distinct();

    private static OracleFrames Read(string relativePath, string[] lines)
    {
        string syntax = lines[0].Split(' ').First(fact => fact.StartsWith("ts=", StringComparison.Ordinal))[3..];
        var rows = new List<Row>();
        foreach (string line in lines.Skip(2))
        {
            string[] cells = line.Split('\t');
            if (int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int frame) && cells[4] is not ("" or "0"))
                rows.Add(new Row(frame + 1, cells[1], cells[2], cells[5], cells[9]));
        }

        return new OracleFrames(relativePath, syntax, rows);
    }

    internal sealed record Row(int Frame, string Decoder, string Color, string Sha256, string Class)
    {
        /// <summary>Decoders that are one and the same count once.</summary>
        public string Family => Decoder switch
        {
            "pydicom[gdcm]" => "gdcm",
            "dcmtk+cn" => "dcmtk",
            _ => Decoder,
        };
    }

    /// <summary>The middle of the first frame of a lossy file.</summary>
    internal sealed record Crop(string Color, int X, int Y, int Width, int Height, int Samples, int BytesPerSample, string Decoder, byte[] Bytes)
    {
        public static IEnumerable<Crop> Read(string relativePath)
        {
            string table = Path.Combine(CorpusFolder.Oracle, relativePath + ".crop.tsv");
            if (!File.Exists(table)) yield break;
            foreach (string line in File.ReadLines(table).Skip(1))
            {
                string[] cells = line.Split('\t');
                int[] numbers = [.. cells.Skip(2).Take(6).Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))];
                using var file = new GZipStream(File.OpenRead(Path.Combine(Path.GetDirectoryName(table)!, cells[0])), CompressionMode.Decompress);
                using var bytes = new MemoryStream();
                file.CopyTo(bytes);
                string color = cells[0].Split('.')[^3];
                yield return new Crop(color, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], (numbers[5] + 7) / 8, cells[8], bytes.ToArray());
            }
        }

        /// <summary>A sample; those of two bytes are signed or not as the other side is.</summary>
        public int this[int row, int column, int sample, bool isSigned]
        {
            get
            {
                int index = ((((row * Width) + column) * Samples) + sample) * BytesPerSample;
                if (BytesPerSample == 1) return isSigned ? (sbyte)Bytes[index] : Bytes[index];
                int word = Bytes[index] | (Bytes[index + 1] << 8);
                return isSigned ? (short)word : word;
            }
        }
    }
}
