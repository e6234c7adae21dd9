using System.Diagnostics;
using System.Globalization;
using PSDicom.Core.Tests.Operations;
using PSDicom.Operations.Export;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using Xunit.Abstractions;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>
/// The picture of the first frame of every file of the corpus, beside those that dcmj2pnm and pydicom make of it: no sample may differ by
/// more than 1 of 255. Skipped where these are not installed.
/// </summary>
public sealed class SideBySideTests(ITestOutputHelper output) : IDisposable
{
    private static readonly DicomTag PixelPaddingValue = new(0x0028_0120);
    private static readonly DicomTag WindowWidth = new(0x0028_1051);
    private static readonly DicomTag LutData = new(0x0028_3006);
    private static readonly DicomTag VoiLutSequence = new(0x0028_3010);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void Pictures_are_those_of_dcmj2pnm()
    {
        Skip.If(Run("dcmj2pnm", ["--version"]) is null, "dcmj2pnm is not installed.");
        var pairs = new Dictionary<string, (Image Theirs, RenderOptions Options)>();
        string image = Path.Combine(_folder.Path, "theirs.bmp");
        foreach (string path in CorpusFolder.RelativePaths())
        {
            string source = Path.Combine(CorpusFolder.Files, path);
            if (ChooseWindow(source) is not { } window) continue;
            File.Delete(image);
            if (Run("dcmj2pnm", ["-q", "-O", .. window.Arguments, "+obt", source, image]) is null || !File.Exists(image)) continue;
            if (ReadBitmap(image) is { } theirs) pairs[path] = (theirs, new RenderOptions { Windowing = window.Ours });
        }

        Compare(pairs, "dcmj2pnm");
    }

    [SkippableFact]
    public void Pictures_are_those_of_pydicom()
    {
        string script = CorpusFolder.Table("pydicom_pictures.py");
        string[] paths = [.. CorpusFolder.RelativePaths()];
        string input = string.Concat(paths.Select(path => Path.Combine(CorpusFolder.Files, path) + "\n"));
        string? lines = new[] { "python3", "/usr/bin/python3" }
            .Select(python => Run(python, [script, _folder.Path], input))
            .FirstOrDefault(text => !string.IsNullOrEmpty(text));
        Skip.If(lines is null, "Python with pydicom is not installed.");
        var pairs = new Dictionary<string, (Image Theirs, RenderOptions Options)>();

        // Libraries behind pydicom write lines of their own.
        foreach (int[] line in lines!.Split('\n').Where(line => line.Count(letter => letter == '\t') == 3).Select(line => line.Split('\t').Select(int.Parse).ToArray()))
        {
            byte[] samples = File.ReadAllBytes(Path.Combine(_folder.Path, $"{line[0]}.raw"));
            byte[] color = line[3] == 3 ? samples : [.. samples.SelectMany(grey => new[] { grey, grey, grey })];
            pairs[paths[line[0]]] = (new Image(line[1], line[2], color), new RenderOptions());
        }

        Compare(pairs, "pydicom");
    }

    /// <summary>
    /// What to compare under: dcmj2pnm applies no window unless it is told to, none that cannot be, and counts padding among the values.
    /// </summary>
    private static (string[] Arguments, Windowing Ours)? ChooseWindow(string path)
    {
        DicomDataset dataset;
        try
        {
            dataset = DicomFile.Open(path, new DicomReadOptions { StopAtPixelData = true }).Dataset;
        }
        catch (DicomException)
        {
            return null;
        }

        if (dataset[VoiLutSequence]?.Items is { Count: > 0 } items && items[0][LutData] is { ByteLength: > 0 }) return (["+Wl", "1"], Windowing.Default);
        if (dataset[WindowWidth]?.Value is double and >= 1 or double[] and [>= 1, ..]) return (["+Wi", "1"], Windowing.Default);
        return dataset.Contains(PixelPaddingValue)
            ? (["+Ww", "500", "1000"], Windowing.Of(500, 1000))
            : (["+Wm"], Windowing.MinMax);
    }

    private void Compare(Dictionary<string, (Image Theirs, RenderOptions Options)> pairs, string peer)
    {
        HashSet<string> known = [.. File.ReadLines(CorpusFolder.Table("known-picture-differences.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells[1] == peer)
            .Select(cells => cells[0])];
        var differences = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string path, (Image theirs, RenderOptions options)) in pairs)
        {
            if (Difference(path, theirs, options) is { } difference) differences[path] = difference;
        }

        output.WriteLine($"{pairs.Count} pictures beside {peer}, {differences.Count} different");
        foreach ((string path, string difference) in differences) output.WriteLine($"{path}\t{difference}");
        Assert.NotEmpty(pairs);
        Assert.Equal([], differences.Where(difference => !known.Contains(difference.Key)).Select(difference => $"{difference.Key}: {difference.Value}"));
        Assert.Equal([], known.Where(file => pairs.ContainsKey(file) && !differences.ContainsKey(file)).Select(file => $"{file} is listed but does not differ"));
    }

    private string? Difference(string path, Image theirs, RenderOptions rendering)
    {
        try
        {
            string picture = Path.Combine(_folder.Path, "ours.bmp");
            var options = new FrameExportOptions
            {
                Destination = picture, Format = PictureFormat.Bmp, Frames = [1], Rendering = rendering, Force = true,
            };
            using FrameExport export = FrameExport.Open(Path.Combine(CorpusFolder.Files, path), options, CancellationToken.None);
            export.Write(export.GetPictures().Single(), CancellationToken.None);
            Image ours = ReadBitmap(picture)!;
            if (ours.Width != theirs.Width || ours.Height != theirs.Height) return $"{ours.Width} x {ours.Height}, theirs {theirs.Width} x {theirs.Height}";
            int most = 0, places = 0;
            for (int i = 0; i < ours.Samples.Length; i++)
            {
                int difference = Math.Abs(ours.Samples[i] - theirs.Samples[i]);
                most = Math.Max(most, difference);
                if (difference > 1) places++;
            }

            return most <= 1 ? null : string.Create(CultureInfo.InvariantCulture, $"{most} at most, {100.0 * places / ours.Samples.Length:F2} % of the samples by more than 1");
        }
        catch (DicomException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Reads a bitmap of 24 bits, or of 8 with a palette, as red, green and blue from the top.</summary>
    private static Image? ReadBitmap(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        if (file.Length < 54) return null;
        int start = BitConverter.ToInt32(file, 10), header = BitConverter.ToInt32(file, 14);
        int width = BitConverter.ToInt32(file, 18), height = BitConverter.ToInt32(file, 22), bits = BitConverter.ToInt16(file, 28);
        int stride = ((width * bits) + 31) / 32 * 4;
        var samples = new byte[width * Math.Abs(height) * 3];
        for (int row = 0; row < Math.Abs(height); row++)
        {
            int line = start + (stride * (height > 0 ? height - 1 - row : row));
            for (int column = 0; column < width; column++)
            {
                int color = bits == 8 ? 14 + header + (4 * file[line + column]) : line + (3 * column);
                for (int sample = 0; sample < 3; sample++) samples[(((row * width) + column) * 3) + sample] = file[color + 2 - sample];
            }
        }

        return new Image(width, Math.Abs(height), samples);
    }

    /// <returns>What a program writes to its output; null if it is not there or fails.</returns>
    private static string? Run(string program, string[] arguments, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            Task<string> text = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0 ? text.Result : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private sealed record Image(int Width, int Height, byte[] Samples);
}
