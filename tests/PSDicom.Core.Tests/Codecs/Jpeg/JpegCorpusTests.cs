using System.Security.Cryptography;
using PSDicom.Core.Tests.Corpus;

namespace PSDicom.Core.Tests.Codecs.Jpeg;

/// <summary>Every JPEG frame of the corpus has the same bytes as with most other decoders, also if it is lossy.</summary>
public class JpegCorpusTests
{
    private static readonly string[] _syntaxes = ["50", "51", "53", "55", "57", "70"];

    // Encapsulated, but the fragments are not compressed.
    private static readonly string[] _notJpeg = ["invalid_compression.dcm", "genFile.dcm"];

    [SkippableFact]
    public void Frames_are_those_of_the_oracle()
    {
        int compared = 0;
        List<string> differences = [];
        foreach (string path in CorpusFolder.RelativePaths())
        {
            string table = Path.Combine(CorpusFolder.Oracle, path + ".frames.tsv");
            if (!File.Exists(table)) continue;
            string[] lines = File.ReadAllLines(table);
            if (!IsJpeg(lines[0]) || _notJpeg.Contains(Path.GetFileName(path))) continue;

            // frame, decoder, colour, photometric, bytes, sha256, minimum, maximum, sum, class
            string[][] agreed = lines.Skip(2).Select(line => line.Split('\t'))
                .Where(row => row is [_, _, "as-stored", _, _, _, _, _, _, "A", ..]).ToArray();
            int bytesPerSample = lines[0].Contains("alloc=16") ? 2 : 1, frame = 0;
            foreach (byte[] codestream in Frames(Path.Combine(CorpusFolder.Files, path)))
            {
                string? expected = agreed.FirstOrDefault(row => row[0] == $"{frame}")?[5];
                string actual = Convert.ToHexString(SHA256.HashData(Decoded.From(codestream, bytesPerSample).Bytes)).ToLowerInvariant();
                if (expected != actual) differences.Add($"{path}, frame {frame}");
                compared++;
                frame++;
            }
        }

        Assert.Empty(differences);
        Assert.InRange(compared, 250, int.MaxValue);
    }

    private static bool IsJpeg(string heading) => _syntaxes.Any(syntax => heading.Contains($"ts=1.2.840.10008.1.2.4.{syntax} "));

    /// <summary>Joins fragments; a frame begins with SOI.</summary>
    private static List<byte[]> Frames(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        List<List<byte>> frames = [];
        DicomElement? pixels = DicomFile.Open(path).Dataset[new DicomTag(0x7FE00010)];
        foreach (DicomFragment fragment in pixels?.Fragments.Skip(1) ?? [])
        {
            Span<byte> bytes = file.AsSpan((int)fragment.Offset, (int)fragment.Length);
            if (frames.Count == 0 || bytes is [0xFF, 0xD8, ..]) frames.Add([]);
            frames[^1].AddRange(bytes.ToArray());
        }

        return frames.Select(frame => frame.ToArray()).ToList();
    }
}
