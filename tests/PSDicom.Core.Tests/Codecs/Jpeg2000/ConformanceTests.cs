using System.Globalization;
using System.Text;
using PSDicom.Codecs;
using PSDicom.Core.Tests.Corpus;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>Bare codestreams with reference pictures: those of T.803 (class 1) and of an HTJ2K encoder.</summary>
public class ConformanceTests
{
    [SkippableFact]
    public void Codestreams_give_their_reference_pictures()
    {
        int compared = 0;
        foreach (string[] row in File.ReadLines(Path.Combine(CorpusFolder.Files, "codestreams.tsv")).Select(line => line.Split('\t')))
        {
            if (row[5].Length == 0 || !(row[6] == "exact" || row[6].Contains("T.803")) || row[4].StartsWith("JPEG-LS", StringComparison.Ordinal)) continue;
            (int[] samples, CodestreamInfo info, _) = SampleImages.Decode(File.ReadAllBytes(Path.Combine(CorpusFolder.Files, row[1])), BytesPerSample(row[1]));
            string[] references = row[5].Split(';');
            for (int c = 0; c < references.Length; c++)
            {
                byte[] reference = File.ReadAllBytes(Path.Combine(CorpusFolder.Files, references[c]));
                if (references[c].EndsWith(".pgx", StringComparison.Ordinal)) AssertPgx(row[1], reference, samples, info, c);
                else Assert.True(reference.SequenceEqual(Bytes(samples, BytesPerSample(row[1]))), row[1]);
            }

            compared++;
        }

        Assert.Equal(11, compared);
    }

    /// <summary>The raw references have the bytes of their samples: one for colour, two for grey.</summary>
    private static int BytesPerSample(string path) => path.EndsWith("US1.j2c", StringComparison.Ordinal) ? 1 : 2;

    private static byte[] Bytes(int[] samples, int bytesPerSample) =>
        [.. samples.SelectMany(sample => bytesPerSample == 1 ? [(byte)sample] : new[] { (byte)sample, (byte)(sample >> 8) })];

    /// <summary>PGX: a line of text with byte order, sign, bits, columns and rows, then samples. A component with fewer samples is repeated.</summary>
    private static void AssertPgx(string name, byte[] pgx, int[] samples, CodestreamInfo info, int component)
    {
        int start = Array.IndexOf(pgx, (byte)'\n') + 1;
        string[] header = Encoding.ASCII.GetString(pgx, 0, start).Replace("+", " ").Replace("-", " -").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        int[] size = [.. header.Skip(header.Length - 2).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
        bool isSigned = header.Any(word => word.StartsWith('-'));
        int stepX = (info.Columns + size[0] - 1) / size[0], stepY = (info.Rows + size[1] - 1) / size[1];
        for (int i = 0; i < size[0] * size[1]; i++)
        {
            int expected = isSigned ? (sbyte)pgx[start + i] : pgx[start + i];
            int x = i % size[0] * stepX, y = i / size[0] * stepY;
            Assert.True(samples[(((y * info.Columns) + x) * info.SamplesPerPixel) + component] == expected, $"{name} differs at sample {i} of component {component}");
        }
    }
}
