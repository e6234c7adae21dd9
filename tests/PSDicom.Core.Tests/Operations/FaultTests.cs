using System.Globalization;
using PSDicom.Core.Tests.Frames;
using PSDicom.Core.Tests.IO;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.IO.Writing;
using PSDicom.Operations.Export;
using PSDicom.Query;

namespace PSDicom.Core.Tests.Operations;

/// <summary>
/// Each read of an operation fails once, in each way: the result is right, or has a warning, or is an error that names the file.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const string Name = "share/file.dcm";

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["native"] = Header(new()).Describe(2, 2, 16, frames: 3).WithValue(FrameImage.PixelData, "OW", Bytes(24)).With(0xFFFC_FFFC, "OB", 1, 2).ToFile(),
        ["implicit"] = Header(DatasetBuilder.Implicit()).Describe(2, 2, 16, frames: 3).WithValue(FrameImage.PixelData, "OW", Bytes(24)).ToFile(),
        ["deflated"] = Header(new()).Describe(2, 2, 16, frames: 3).WithValue(FrameImage.PixelData, "OW", Bytes(24))
            .ToFile(DatasetBuilder.DeflatedLittleEndian),
        ["rle"] = Rle(false, 3),
        ["rle-table"] = Rle(true, 3),
        ["rle-uncounted"] = Rle(false, null),
    };

    private static readonly Dictionary<string, Func<OpenFile, string, CancellationToken, Outcome>> Operations = new()
    {
        ["header"] = (open, _, cancellation) => Describe(open.ReadHeader(DicomReadOptions.Default, cancellation)),
        ["tags"] = (open, _, cancellation) => Describe(open.ReadHeader(
            new DicomReadOptions { Selection = TagQuery.Parse(["Modality", "PatientName", "InstanceNumber"]).Selection, OnlySelection = true }, cancellation)),
        ["count"] = Count,
        ["frames"] = ReadFrames,
        ["export"] = (open, folder, cancellation) => Export(open, folder, PictureFormat.Png, cancellation),
        ["combine"] = (open, folder, cancellation) => Export(open, folder, PictureFormat.Tiff, cancellation),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, Fault> Cases()
    {
        var cases = new TheoryData<string, string, Fault>();
        foreach (string operation in Operations.Keys)
        {
            foreach (string file in operation is "export" or "combine" ? ["native", "rle-table"] : Files.Keys.ToArray())
            {
                foreach (Fault fault in Enum.GetValues<Fault>()) cases.Add(operation, file, fault);
            }
        }

        return cases;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Whichever_call_goes_wrong_the_outcome_is_right_or_tells_of_it(string operation, string file, Fault fault)
    {
        (Outcome? expected, Exception? none, int calls) = Run(operation, file, fault, int.MaxValue);
        Assert.True(none is null && expected is not null, $"{none}");
        Assert.True(calls > 0);
        int at = 0, made;
        do
        {
            (Outcome? outcome, Exception? error, made) = Run(operation, file, fault, ++at);
            string place = $"Call {at}: {made} of {calls} calls made. {error} {outcome?.Text}";
            Assert.True(outcome is null || outcome.HasWarning || outcome.Text == expected.Text, place);
            Assert.True(error is null || IsRight(error, fault), place);
            Assert.True(made <= (2 * calls) + 4, place);
        }
        while (made >= at);
        Assert.True(at > calls);
    }

    private static bool IsRight(Exception error, Fault fault) => error switch
    {
        TargetWriteException => false,
        DicomException dicom => dicom.Path == Name && fault is not (Fault.Fails or Fault.IsGone or Fault.Stalls),
        OperationCanceledException => fault == Fault.Stalls,
        IOException => fault is Fault.Fails or Fault.IsGone,
        _ => false,
    };

    private static byte[] Bytes(int count) => [.. Enumerable.Range(1, count).Select(number => (byte)number)];

    private static DatasetBuilder Header(DatasetBuilder dataset) => dataset
        .With(0x0008_0005, "CS", "ISO_IR 100")
        .With(0x0008_0060, "CS", "CT")
        .With(0x0008_0070, "LO", new string('x', 9001))
        .WithUndefinedLengthSequence(0x0008_1140, new DatasetBuilder(isExplicit: dataset.ToBytes()[4] == 'C').With(0x0008_1155, "UI", "1.2.3"))
        .WithValue(0x0009_1001, "OB", Bytes(40_000))
        .With(0x0010_0010, "PN", "Doe^Jane")
        .With(0x0020_0013, "IS", 7);

    private static byte[] Rle(bool hasTable, int? frames)
    {
        byte[][] fragments = [.. Enumerable.Range(1, 3).Select(number => FrameImage.EncodeRle((byte)number, 2, 3, 4))];
        byte[] table = hasTable
            ? [.. Enumerable.Range(0, 3).SelectMany(frame => BitConverter.GetBytes(frame * (fragments[0].Length + 8)))]
            : [];
        return Header(new()).Describe(2, 2, 8, frames: frames).WithFragments(FrameImage.PixelData, [table, .. fragments]).ToFile(FrameImage.Rle);
    }

    private static Outcome Count(OpenFile open, string folder, CancellationToken cancellation)
    {
        DicomFrameCount count = FrameCounter.Count(open, null, cancellation);
        return new Outcome($"{count.FrameCount} {count.Rows} {count.Modality}", count.Warning is not null);
    }

    private static Outcome ReadFrames(OpenFile open, string folder, CancellationToken cancellation)
    {
        using FrameFile file = FrameFile.Open(open, [], null, cancellation);
        var text = new List<string>();
        bool hasWarning = file.Warning is not null;
        for (int number = 1; number <= file.Count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            DicomFrame frame = file.Read(number, null);
            text.Add(string.Join(",", frame.GetPixels().Cast<object>()));
            hasWarning |= frame.Warnings.Count > 0;
        }

        return new Outcome(string.Join(";", text), hasWarning);
    }

    private static Outcome Export(OpenFile open, string folder, PictureFormat format, CancellationToken cancellation)
    {
        var options = new FrameExportOptions { Destination = folder, Format = format, Combine = format == PictureFormat.Tiff };
        string[] before = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        bool isDone = false;
        var written = new List<string>();
        try
        {
            using FrameExport export = FrameExport.Open(open, options, new ExportDestination(options), cancellation);
            bool hasWarning = export.Warning is not null;
            foreach (PictureTarget target in export.GetPictures())
            {
                written.Add(target.Path);
                hasWarning |= export.Write(target, cancellation).GetWarnings().Count > 0;
            }

            isDone = true;
            return new Outcome(string.Join(";", written.Select(path => Convert.ToBase64String(File.ReadAllBytes(path)))), hasWarning);
        }
        finally
        {
            // Only complete pictures; nothing of a failed one.
            string[] left = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
            Assert.Equal(written.Take(isDone ? written.Count : written.Count - 1).Order(), left.Except(before).Order());
        }
    }

    private static Outcome Describe(DicomFile file)
    {
        IEnumerable<string> elements = new[] { file.FileMeta, file.Dataset }
            .SelectMany(DatasetWalk.All)
            .Where(located => located.Element.VR != DicomVR.SQ)
            .Select(located => located.Element.Tag + Describe(located.Element));
        return new Outcome(string.Join(";", elements), file.Warnings.Count > 0);
    }

    private static string Describe(DicomElement element) => element.Value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        Array values => string.Join(",", values.Cast<object>()),
        { } value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        null => string.Empty,
    };

    private (Outcome? Outcome, Exception? Error, int Calls) Run(string operation, string file, Fault fault, int at)
    {
        using var cancellation = new CancellationTokenSource();
        var source = new FaultySource(Files[file], fault, at, cancellation);
        try
        {
            using var open = new OpenFile(source, Name);
            return (Operations[operation](open, _folder.Combine($"{at}"), cancellation.Token), null, source.Calls);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            return (null, exception, source.Calls);
        }
        finally
        {
            Assert.True(source.IsDisposed);
        }
    }

    private sealed record Outcome(string Text, bool HasWarning);
}
