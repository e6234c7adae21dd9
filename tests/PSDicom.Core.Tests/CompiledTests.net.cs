using System.Reflection;
using System.Reflection.Emit;

namespace PSDicom.Core.Tests;

/// <summary>Loops over samples, bits and bytes are optimized on their first call: a shell that decodes one frame calls them only once.</summary>
public class CompiledTests
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Their steps are whole lines or segments, whose own loops do the work.</summary>
    private static readonly string[] OverLines =
    [
        "PSDicom.Codecs.Jpeg.Decoding.PixelOutput.Write",
        "PSDicom.Codecs.Jpeg2000.Blocks.BlockDecoder.Gather",
        "PSDicom.Codecs.Jpeg2000.HighThroughput.HighThroughputDecoder.Gather",
        "PSDicom.Codecs.JpegLs.Decoding.JpegLsScanDecoder.DecodeIntervals",
        "PSDicom.Codecs.JpegLs.Decoding.JpegLsScanDecoder.DecodeLineOfEach",
        "PSDicom.Codecs.JpegLs.Decoding.JpegLsScanDecoder.DecodeLineOfPixels",
        "PSDicom.Codecs.JpegLs.Encoding.JpegLsScanEncoder.EncodeLines",
        "PSDicom.Codecs.Rle.RleHeader.Locate",
    ];

    [Fact]
    public void Methods_that_go_over_memory_by_pointers_are_compiled_at_once()
    {
        MethodBase[] loops = [.. Methods().Where(method => method.GetParameters().Any(parameter => parameter.ParameterType.IsPointer) && HasLoop(method))];
        Assert.True(loops.Length > 50);
        string[] others = [.. loops.Where(method => !IsCompiledAtOnce(method) && !IsInlined(method)).Select(Name).Except(OverLines)];
        Assert.True(others.Length == 0, string.Join(", ", others));
    }

    [Theory]
    [InlineData("Codecs.Jpeg.Decoding.SequentialScan", "DecodeBlock")]
    [InlineData("Codecs.Jpeg.Decoding.EntropyCodedSegments", "Read")]
    [InlineData("Codecs.Jpeg2000.Blocks.MqDecoder", "Fill")]
    [InlineData("Codecs.Jpeg2000.Blocks.CodingPasses", "Cleanup")]
    [InlineData("Codecs.JpegLs.Decoding.JpegLsBitReader", "ReadCode")]
    [InlineData("Pictures.Bmp.BmpWriter", "SwapRedAndBlue")]
    [InlineData("Pictures.Gif.LzwEncoder", "Write")]
    [InlineData("Pictures.Gif.ColorHistogram", "Map")]
    [InlineData("Pictures.Png.PaethFilter", "Apply")]
    [InlineData("Pictures.Png.Crc32", "Add")]
    [InlineData("Pictures.Tiff.SampleRows", "Subtract")]
    [InlineData("Codecs.Deflate.RepeatFinder", "Find")]
    [InlineData("Codecs.Deflate.DeflateEncoder", "WriteLiterals")]
    [InlineData("Pixels.StoredBits", "Extract")]
    [InlineData("Pixels.SampleStatistics", "PSDicom.Pixels.ISampleVisitor.Visit")]
    [InlineData("Rendering.Greys.SampleIndex", "Find")]
    [InlineData("Rendering.Greys.GreyScale", "Write")]
    [InlineData("Rendering.Colors.YbrToRgb", "Convert")]
    public void Loops_over_samples_are_compiled_at_once(string type, string method)
    {
        MethodInfo[] loops = [.. typeof(DicomFile).Assembly.GetType("PSDicom." + type, throwOnError: true)!.GetMethods(Declared)
            .Where(found => found.Name == method && HasLoop(found))];
        Assert.NotEmpty(loops);
        Assert.All(loops, loop => Assert.True(IsCompiledAtOnce(loop), Name(loop)));
    }

    private static IEnumerable<MethodBase> Methods() => typeof(DicomFile).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)))
        .Where(method => method.GetMethodBody() != null);

    private static bool IsCompiledAtOnce(MethodBase method) =>
        method.GetMethodImplementationFlags().HasFlag(MethodImplAttributes.AggressiveOptimization);

    private static bool IsInlined(MethodBase method) => method.GetMethodImplementationFlags().HasFlag(MethodImplAttributes.AggressiveInlining);

    private static string Name(MethodBase method) => $"{method.DeclaringType}.{method.Name}";

    /// <summary>Whether an instruction branches back (ECMA-335 III).</summary>
    private static bool HasLoop(MethodBase method)
    {
        foreach ((OpCode instruction, byte[] code, int operand) in MethodInstructions.Of(method))
        {
            if (instruction.OperandType == OperandType.ShortInlineBrTarget && (sbyte)code[operand] < 0) return true;
            if (instruction.OperandType == OperandType.InlineBrTarget && BitConverter.ToInt32(code, operand) < 0) return true;
        }

        return false;
    }
}
