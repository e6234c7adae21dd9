using System.Globalization;
using System.Security.Cryptography;
using PSDicom.Codecs;
using PSDicom.Core.Tests.Corpus;

namespace PSDicom.Core.Tests.Codecs.Rle;

/// <summary>A compressed frame of the corpus, with the hash of the result of most other decoders.</summary>
internal sealed record OracleFrame(string File, int Number, byte[] Bytes, FrameShape Shape, string Sha256)
{
    /// <summary>The frames of all files of the transfer syntaxes.</summary>
    public static IEnumerable<OracleFrame> Read(params string[] transferSyntaxes)
    {
        string manifest = Path.Combine(CorpusFolder.Files, "manifest.tsv");
        string[] names = System.IO.File.ReadLines(manifest).First().Split('\t');
        int path = Array.IndexOf(names, "path");
        int syntax = Array.IndexOf(names, "transfer_syntax");
        return System.IO.File.ReadLines(manifest).Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => transferSyntaxes.Contains(cells[syntax]))
            .SelectMany(cells => ReadFile(cells[path]));
    }

    /// <summary>The difference from other decoders; null if there is none.</summary>
    public string? Compare(IFrameDecoder decoder)
    {
        var pixels = new byte[Shape.Length];
        var warnings = new List<string>();
        try
        {
            decoder.Decode(Bytes, Shape, pixels, warnings);
        }
        catch (DicomException exception)
        {
            return $"{File} frame {Number}: {exception.Message}";
        }

        bool isEqual = Convert.ToHexString(SHA256.HashData(pixels)).Equals(Sha256, StringComparison.OrdinalIgnoreCase);
        return isEqual && warnings.Count == 0 ? null : $"{File} frame {Number}: {(isEqual ? "equal" : "different")} {string.Join(' ', warnings)}";
    }

    private static IEnumerable<OracleFrame> ReadFile(string file)
    {
        string path = Path.Combine(CorpusFolder.Files, file);
        byte[] bytes = System.IO.File.ReadAllBytes(path);
        DicomDataset dataset = DicomFile.Open(path).Dataset;
        var fragments = dataset[new DicomTag(0x7FE00010)]!.Fragments.Skip(1).Select(part => bytes[(int)part.Offset..(int)(part.Offset + part.Length)]).ToList();
        Dictionary<string, string> hashes = Hashes(file);
        int count = Integer(dataset, 0x00280008);
        for (int i = 0; i < count; i++)
        {
            byte[] frame = count == 1 ? fragments.SelectMany(part => part).ToArray() : Join(fragments, count, i);
            int allocated = Integer(dataset, 0x00280100);
            int columns = Integer(dataset, 0x00280011);
            int rows = Integer(dataset, 0x00280010);
            // Pixels of one bit are packed, eight to a byte, over the ends of the rows.
            FrameShape shape = allocated == 1
                ? new FrameShape(1, ((rows * columns) + 7) / 8, 1, 1)
                : new FrameShape(rows, columns, Integer(dataset, 0x00280002), allocated / 8);
            if (hashes.TryGetValue(i.ToString(CultureInfo.InvariantCulture), out string? hash)) yield return new OracleFrame(file, i, frame, shape, hash);
        }
    }

    private static byte[] Join(List<byte[]> fragments, int frames, int frame)
    {
        if (fragments.Count == frames) return fragments[frame];
        // A JPEG frame begins at its start of image marker.
        int[] starts = [.. Enumerable.Range(0, fragments.Count).Where(i => fragments[i] is [0xFF, 0xD8, ..]), fragments.Count];
        return fragments[starts[frame]..starts[frame + 1]].SelectMany(part => part).ToArray();
    }

    private static int Integer(DicomDataset dataset, uint tag) =>
        dataset[new DicomTag(tag)] is { } element ? Convert.ToInt32(element.Value, CultureInfo.InvariantCulture) : 1;

    private static Dictionary<string, string> Hashes(string file) =>
        System.IO.File.ReadLines(Path.Combine(CorpusFolder.Oracle, file + ".frames.tsv"))
            .Skip(2)
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length > 9 && cells[2] is "as-stored" or "packed-bits" or "fo-dicom-1bit" && cells[9] == "A")
            .GroupBy(cells => cells[0])
            .ToDictionary(rows => rows.Key, rows => rows.First()[5]);
}
