using System.Diagnostics;
using System.Text.Json;

namespace PSDicom.Core.Tests.Pictures;

/// <summary>
/// Reads picture files with other programs: Pillow and NumPy of Python, ImageMagick, tiffinfo. If one is not installed, its tests are
/// skipped. Starting a program takes a moment: pass many files in one call.
/// </summary>
internal static class IndependentReader
{
    /// <summary>Writes a line of JSON for each file: a list of its pages.</summary>
    private const string PillowScript = """
        import sys, json, base64, numpy
        from PIL import Image, ImageSequence
        for path in sys.argv[1:]:
            pages = []
            with Image.open(path) as image:
                for page in ImageSequence.Iterator(image):
                    page.load()
                    shown = page.convert('RGB') if page.mode == 'P' else page
                    pixels = numpy.asarray(shown.convert('L') if page.mode == '1' else shown)
                    pixels = pixels.astype(pixels.dtype.newbyteorder('<'))
                    pages.append(dict(Width=page.width, Height=page.height, Mode=page.mode, Type=pixels.dtype.str,
                        Info={str(key): str(value) for key, value in page.info.items()},
                        Bytes=base64.b64encode(pixels.tobytes()).decode()))
            print(json.dumps(pages))
        """;

    private const string NumpyScript = """
        import sys, json, base64, numpy
        for path in sys.argv[1:]:
            array = numpy.load(path)
            print(json.dumps(dict(Shape=array.shape, Type=array.dtype.str, Bytes=base64.b64encode(array.tobytes()).decode())))
        """;

    private static readonly Lazy<string?> Python = new(() =>
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(candidate => TryRun(candidate, ["-c", "import PIL.Image, numpy"]) is not null));

    /// <summary>The pages of each file as Pillow reads them; of a format for one picture, one page. Of palettes it gives the colours.</summary>
    public static IReadOnlyList<IReadOnlyList<PillowPage>> ReadWithPillow(IReadOnlyList<string> paths) =>
        ReadLines<List<RawPage>>(PillowScript, paths).ConvertAll(pages => (IReadOnlyList<PillowPage>)pages.ConvertAll(page =>
            new PillowPage(page.Width, page.Height, page.Mode, ToArray(page.Type, page.Bytes), page.Info)));

    /// <summary>The array that each NPY file holds, as NumPy reads it, with its shape and type (<c>&lt;u2</c>).</summary>
    public static IReadOnlyList<(int[] Shape, string Type, Array Values)> ReadWithNumpy(IReadOnlyList<string> paths) =>
        ReadLines<RawArray>(NumpyScript, paths).ConvertAll(array => (array.Shape, array.Type, ToArray(array.Type, array.Bytes)));

    /// <summary>
    /// The output of ImageMagick's identify for each page of the files, in a format such as <c>%w %h %z %r %x %[colorspace]</c>.
    /// </summary>
    public static string[] Identify(string format, params string[] paths) =>
        RequireImageMagick("identify", ["-format", format + "\n", .. paths]).Text.TrimEnd().Split('\n');

    /// <summary>The samples of all pages of a file as ImageMagick reads them: <c>gray</c> or <c>rgb</c>, of 8 or 16 bits.</summary>
    public static byte[] ReadWithImageMagick(string path, string samples, int bits) =>
        RequireImageMagick("convert", [path, "-depth", bits.ToString(), "-endian", "LSB", samples + ":-"]).Output;

    /// <summary>The output of tiffinfo for the files.</summary>
    public static string DescribeTiff(params string[] paths) => Require("tiffinfo", paths).Text;

    private static List<T> ReadLines<T>(string script, IReadOnlyList<string> paths)
    {
        Skip.If(Python.Value is null, "There is no Python with Pillow and NumPy.");
        string[] lines = Require(Python.Value!, ["-c", script, .. paths]).Text.TrimEnd().Split('\n');
        Assert.Equal(paths.Count, lines.Length);
        return [.. lines.Select(line => JsonSerializer.Deserialize<T>(line)!)];
    }

    private static Array ToArray(string type, byte[] bytes)
    {
        int size = type[^1] - '0';
        Array values = (type[1], size) switch
        {
            ('u' or 'b', 1) => new byte[bytes.Length],
            ('i', 1) => new sbyte[bytes.Length],
            ('u', 2) => new ushort[bytes.Length / size],
            ('i', 2) => new short[bytes.Length / size],
            ('u', 4) => new uint[bytes.Length / size],
            ('i', 4) => new int[bytes.Length / size],
            ('u', 8) => new ulong[bytes.Length / size],
            ('i', 8) => new long[bytes.Length / size],
            ('f', 4) => new float[bytes.Length / size],
            ('f', 8) => new double[bytes.Length / size],
            _ => throw new InvalidDataException($"Values of type {type} are not expected."),
        };
        Buffer.BlockCopy(bytes, 0, values, 0, bytes.Length);
        return values;
    }

    /// <summary>Other programs have these names too: convert of Windows is for disks.</summary>
    private static ProgramOutput RequireImageMagick(string program, IReadOnlyList<string> arguments)
    {
        bool isThere = TryRun(program, ["-version"])?.Text.StartsWith("Version: ImageMagick", StringComparison.Ordinal) == true;
        Skip.IfNot(isThere, $"ImageMagick's {program} is not installed.");
        return Require(program, arguments);
    }

    private static ProgramOutput Require(string program, IReadOnlyList<string> arguments)
    {
        ProgramOutput? output = TryRun(program, arguments, mustSucceed: true);
        Skip.If(output is null, $"{program} is not installed.");
        return output!;
    }

    /// <summary>Null if there is no such program, or if it fails and that is allowed.</summary>
    private static ProgramOutput? TryRun(string program, IReadOnlyList<string> arguments, bool mustSucceed = false)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        using (process)
        {
            Task<string> error = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            if (process.ExitCode == 0) return new ProgramOutput(output.ToArray());
            Assert.False(mustSucceed, $"{program}: {error.Result}");
            return null;
        }
    }

    private sealed record ProgramOutput(byte[] Output)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Output);
    }

    private sealed record RawPage(int Width, int Height, string Mode, Dictionary<string, string> Info, string Type, byte[] Bytes);

    private sealed record RawArray(int[] Shape, string Type, byte[] Bytes);
}

/// <summary>A picture as Pillow reads it.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Mode">Pillow's mode: 1, L, I;16, I, F, P, RGB; it reads 16-bit grey of PNG as I, and 16-bit colour as RGB of 8.</param>
/// <param name="Pixels">Samples, those of a pixel together; of mode 1, 0 and 255; of mode P, its colours.</param>
/// <param name="Info">Other information of the file, as text: dpi, duration, comments.</param>
internal sealed record PillowPage(int Width, int Height, string Mode, Array Pixels, IReadOnlyDictionary<string, string> Info);
