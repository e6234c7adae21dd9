using System.Globalization;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Threading;
using Xunit.Abstractions;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>Every frame of every file of the corpus, against what other toolkits decode of it.</summary>
public class FrameTests(ITestOutputHelper output)
{
    private const string JpegLsNear = "1.2.840.10008.1.2.4.81";

    private readonly SortedDictionary<string, (int Files, int Frames, int Different)> _counts = [];

    [SkippableFact]
    public void Exact_frames_equal_those_on_which_decoders_agree()
    {
        var differences = new Dictionary<string, string>();
        foreach (OracleFrames oracle in OracleFrames.ReadAll().Where(file => IsExact(file.TransferSyntax)))
        {
            Dictionary<int, string> agreed = oracle.Agreed("as-stored");
            if (agreed.Count == 0) continue;
            var different = new List<string>();
            try
            {
                using FrameFile file = FrameFile.Open(Path.Combine(CorpusFolder.Files, oracle.RelativePath), CancellationToken.None);
                using var threads = new FrameThreads(int.MaxValue);
                foreach (int number in agreed.Keys.Order())
                {
                    // Other toolkits do not take the stored values out of the cells.
                    Array cells = file.Decode(number, threads).Cells;
                    if (FrameHasher.HashOf(cells) != agreed[number])
                        different.Add(string.Create(CultureInfo.InvariantCulture, $"frame {number} ({Buffer.ByteLength(cells)} bytes)"));
                }
            }
            catch (DicomException exception)
            {
                different.Add(exception.Message);
            }

            Count(oracle.TransferSyntax, agreed.Count, different.Count);
            if (different.Count > 0) differences[oracle.RelativePath] = string.Join(", ", different.Take(3));
        }

        Report(differences, "lossless");
    }

    [SkippableFact]
    public void Every_frame_that_any_decoder_reads_is_decoded()
    {
        var differences = new Dictionary<string, string>();
        foreach (OracleFrames oracle in OracleFrames.ReadAll().Where(file => file.Rows.Count > 0))
        {
            string? difference = null;
            int frames = 0;
            try
            {
                string path = Path.Combine(CorpusFolder.Files, oracle.RelativePath);
                var options = new FrameReadOptions { AsRgb = true };
                foreach (DicomFrame frame in FrameReader.Read(path, [.. oracle.Numbers.Order()], options, CancellationToken.None))
                {
                    frames++;
                    Assert.Equal(frame.Rows * frame.Columns * frame.SamplesPerPixel, frame.GetPixels().Length);
                }
            }
            catch (DicomException exception)
            {
                difference = exception.Message;
            }

            Count(oracle.TransferSyntax, frames, difference is null ? 0 : 1);
            if (difference is not null) differences[oracle.RelativePath] = difference;
        }

        Report(differences, "any");
    }

    [SkippableTheory]
    [InlineData("as-stored")]
    [InlineData("rgb")]
    public void Crops_of_lossy_frames_are_as_near_as_good_decoders_are_to_each_other(string color)
    {
        var differences = new Dictionary<string, string>();
        foreach (OracleFrames oracle in OracleFrames.ReadAll())
        {
            foreach (OracleFrames.Crop crop in OracleFrames.Crop.Read(oracle.RelativePath).Where(crop => crop.Color == color))
            {
                string? difference;
                try
                {
                    using FrameFile file = FrameFile.Open(Path.Combine(CorpusFolder.Files, oracle.RelativePath), CancellationToken.None);
                    difference = Compare(file.Read(1, new FrameReadOptions { AsRgb = color == "rgb" }), crop, oracle.TransferSyntax);
                }
                catch (DicomException exception)
                {
                    difference = exception.Message;
                }

                Count(oracle.TransferSyntax, 1, difference is null ? 0 : 1);
                if (difference is not null) differences[oracle.RelativePath] = difference;
            }
        }

        Report(differences, color);
    }

    /// <summary>
    /// Grey JPEG and JPEG 2000 may differ by 1 for rounding; colour JPEG by what upsampling and its rounding make of edges, which is
    /// seldom much: in the mean 0.12 of 255.
    /// </summary>
    private static string? Compare(DicomFrame frame, OracleFrames.Crop crop, string transferSyntax)
    {
        if (frame.SamplesPerPixel != crop.Samples) return $"{frame.SamplesPerPixel} samples, should be {crop.Samples}";
        bool isSigned = SampleArray.IsSigned(frame.GetPixels());
        var errors = new List<double>(crop.Width * crop.Height * crop.Samples);
        for (int row = 0; row < crop.Height; row++)
        {
            for (int column = 0; column < crop.Width; column++)
            {
                for (int sample = 0; sample < crop.Samples; sample++)
                    errors.Add(Math.Abs(frame[crop.Y + row, crop.X + column, sample] - crop[row, column, sample, isSigned]));
            }
        }

        errors.Sort();
        bool isColorJpeg = crop.Samples == 3 && string.CompareOrdinal(transferSyntax, "1.2.840.10008.1.2.4.70") < 0;
        bool isNear = isColorJpeg ? errors[errors.Count / 2] <= 1 && errors.Average() <= 0.12 : errors[^1] <= 1;
        return isNear
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{frame.PhotometricInterpretation} median {errors[errors.Count / 2]}, mean {errors.Average():F3}, largest {errors[^1]} from {crop.Decoder}");
    }

    /// <summary>Near-lossless JPEG-LS leaves a decoder no freedom either.</summary>
    private static bool IsExact(string transferSyntax) => transferSyntax == JpegLsNear || DicomTransferSyntax.Find(transferSyntax) is not { IsLossy: true };

    private void Count(string transferSyntax, int frames, int different)
    {
        _counts.TryGetValue(transferSyntax, out (int Files, int Frames, int Different) count);
        _counts[transferSyntax] = (count.Files + 1, count.Frames + frames, count.Different + different);
    }

    /// <summary>Fails for what is not listed with a reason, and for what is listed and does not differ.</summary>
    private void Report(Dictionary<string, string> differences, string kind)
    {
        foreach ((string syntax, (int files, int frames, int different)) in _counts)
            output.WriteLine($"{syntax,-24} {files,4} files {frames,5} frames {different,3} different");
        HashSet<string> known = KnownDifferences(kind);
        Assert.Equal([], differences.Where(difference => !known.Contains(difference.Key)).Select(difference => $"{difference.Key}: {difference.Value}"));
        Assert.Equal([], known.Where(file => !differences.ContainsKey(file)).Select(file => $"{file} is listed but does not differ"));
    }

    private static HashSet<string> KnownDifferences(string kind) =>
        [.. File.ReadLines(CorpusFolder.Table("known-frame-differences.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells[1] == kind)
            .Select(cells => cells[0])];
}
