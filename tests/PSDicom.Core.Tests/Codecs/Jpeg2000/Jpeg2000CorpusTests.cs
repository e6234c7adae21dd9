using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Core.Tests.Corpus;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>Frames of real files, compared with most other decoders.</summary>
public class Jpeg2000CorpusTests
{
    /// <summary>Frames of a file that are compared; the first few stand for all.</summary>
    private const int MaxFrames = 3;

    private static readonly string[] Lossless = ["1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202"];
    private static readonly string[] Lossy = ["1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.203"];

    /// <summary>Files whose frames are not codestreams, or have a damaged header on purpose. No decoder reads them.</summary>
    private static readonly string[] NotDecodable = ["generated_encapsulated_", "JPEG2000-embedded-sequence-delimiter"];

    [SkippableFact]
    public void Lossless_frames_are_those_of_other_decoders()
    {
        int compared = 0;
        foreach ((string file, int bytesPerSample, int frames) in Files(Lossless))
        {
            string[][] oracle = [.. File.ReadLines(Path.Combine(CorpusFolder.Oracle, file + ".frames.tsv")).Select(line => line.Split('\t'))];
            int f = 0;
            foreach (byte[] stream in Frames(file, frames).Take(MaxFrames))
            {
                string hash = Convert.ToHexString(SHA256.HashData(Decode(stream, bytesPerSample).Frame)).ToLowerInvariant();
                string[] row = oracle.First(r => r.Length > 9 && r[0] == f.ToString(CultureInfo.InvariantCulture) && r[9] == "A");
                Assert.True(row[5] == hash, $"frame {f} of {file} differs");
                compared++;
                f++;
            }
        }

        Assert.True(compared >= 40, $"only {compared} frames compared");
    }

    [SkippableFact]
    public void Lossy_frames_are_within_one_level_of_other_decoders()
    {
        int compared = 0;
        foreach ((string file, int bytesPerSample, int frames) in Files(Lossy))
        {
            string crop = Path.Combine(CorpusFolder.Oracle, file + ".crop.as-stored.raw.gz");
            if (!File.Exists(crop)) continue;
            (byte[] frame, FrameShape shape) = Decode(Frames(file, frames).First(), bytesPerSample);
            using var inflated = new MemoryStream();
            using (var stream = new GZipStream(File.OpenRead(crop), CompressionMode.Decompress)) stream.CopyTo(inflated);
            AssertClose(file, frame, shape, inflated.ToArray());
            compared++;
        }

        Assert.True(compared >= 15, $"only {compared} files compared");
    }

    private static void AssertClose(string file, byte[] frame, FrameShape shape, byte[] crop)
    {
        int rows = Math.Min(192, shape.Rows), columns = Math.Min(192, shape.Columns), pixel = shape.SamplesPerPixel * shape.BytesPerSample;
        Assert.Equal(crop.Length, rows * columns * pixel);
        int top = (shape.Rows - rows) / 2, left = (shape.Columns - columns) / 2;
        for (int y = 0; y < rows; y++)
        {
            for (int i = 0; i < columns * pixel; i += shape.BytesPerSample)
            {
                int at = ((((top + y) * shape.Columns) + left) * pixel) + i, of = (y * columns * pixel) + i;
                int difference = shape.BytesPerSample == 1
                    ? frame[at] - crop[of]
                    : (short)(BitConverter.ToUInt16(frame, at) - BitConverter.ToUInt16(crop, of));
                Assert.True(Math.Abs(difference) <= 1, $"{file} differs by {difference} in row {top + y}");
            }
        }
    }

    private static (byte[] Frame, FrameShape Shape) Decode(byte[] stream, int bytesPerSample)
    {
        var decoder = new Jpeg2000Decoder();
        CodestreamInfo info = decoder.Inspect(stream);
        var shape = new FrameShape(info.Rows, info.Columns, info.SamplesPerPixel, bytesPerSample);
        var frame = new byte[shape.Length];
        decoder.Decode(stream, shape, frame, []);
        return (frame, shape);
    }

    private static IEnumerable<(string File, int BytesPerSample, int Frames)> Files(string[] syntaxes)
    {
        string[] lines = File.ReadAllLines(Path.Combine(CorpusFolder.Files, "manifest.tsv"));
        List<string> names = [.. lines[0].Split('\t')];
        int path = names.IndexOf("path"), syntax = names.IndexOf("transfer_syntax"), bits = names.IndexOf("bits_allocated"), frames = names.IndexOf("frames");
        foreach (string line in lines.Skip(1))
        {
            string[] row = line.Split('\t');
            if (!syntaxes.Contains(row[syntax]) || NotDecodable.Any(name => row[path].Contains(name))) continue;
            int allocated = int.Parse(row[bits], CultureInfo.InvariantCulture);
            yield return (row[path], (allocated + 7) / 8, row[frames].Length == 0 ? 1 : int.Parse(row[frames], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The frames of a file: a fragment each, or of one frame all fragments.</summary>
    private static List<byte[]> Frames(string file, int frames)
    {
        string path = Path.Combine(CorpusFolder.Files, file);
        byte[] bytes = File.ReadAllBytes(path);
        DicomElement element = DicomFile.Open(path).Dataset[new DicomTag(0x7FE0_0010)]!;
        List<byte[]> fragments = [.. element.Fragments.Skip(1).Select(f => bytes.AsSpan((int)f.Offset, (int)f.Length).ToArray())];
        return frames > 1 && fragments.Count == frames ? fragments : [fragments.SelectMany(fragment => fragment).ToArray()];
    }
}
