using System.Text;
using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;
using PSDicom.Operations.Export;
using PSDicom.Pictures;
using PSDicom.Query;

namespace PSDicom.Core.Tests.Operations;

/// <summary>Data that identify the patient are only returned if requested. All of them have the same mark here.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string Mark = "QZMARKQZ";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<PictureFormat, bool> Formats()
    {
        var formats = new TheoryData<PictureFormat, bool>();
        foreach (PictureFormat format in Enum.GetValues<PictureFormat>())
        {
            formats.Add(format, false);
            if (ImageFormats.Find(format).HasPages) formats.Add(format, true);
        }

        return formats;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Pictures_hold_nothing_of_the_header(PictureFormat format, bool combine)
    {
        foreach (ExportedFrame picture in Export(new() { Destination = _folder.Combine("out"), Format = format, Combine = combine }))
        {
            Assert.False(HasMark(File.ReadAllBytes(picture.FullName)));
            Assert.DoesNotContain(Mark, picture.FullName);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Pictures_hold_what_was_asked_for(PictureFormat format, bool combine)
    {
        if (!ImageFormats.Find(format).HasText) return;
        var options = new FrameExportOptions
        {
            Destination = _folder.Combine("out"), Format = format, Combine = combine, Text = TagQuery.Parse(["PatientID"]),
        };
        Assert.All(Export(options), picture => Assert.True(HasMark(File.ReadAllBytes(picture.FullName))));
    }

    [Fact]
    public void Errors_and_warnings_about_a_file_that_is_cut_quote_nothing()
    {
        byte[] file = Image().ToFile();
        for (int length = 0; length < file.Length; length++) AssertSilent(file[..length]);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x41)]
    [InlineData(0xFF)]
    public void Errors_and_warnings_about_a_file_that_is_damaged_quote_nothing(int damage)
    {
        byte[] file = Image().ToFile();
        for (int place = 128; place < file.Length; place++)
        {
            byte[] damaged = [.. file];
            damaged[place] = (byte)damage;
            AssertSilent(damaged);
        }
    }

    private static DatasetBuilder Image() => new DatasetBuilder()
        .With(0x0008_0020, "DA", Mark)
        .With(0x0008_0030, "TM", Mark)
        .With(0x0008_0050, "SH", Mark)
        .With(0x0008_0080, "LO", Mark)
        .WithSequence(0x0008_1110, new DatasetBuilder().With(0x0008_1155, "UI", Mark).With(0x0010_0010, "PN", Mark))
        .With(0x0009_0010, "LO", Mark)
        .With(0x0009_1001, "UN", Mark)
        .With(0x0010_0010, "PN", Mark + "^" + Mark)
        .With(0x0010_0020, "LO", Mark)
        .With(0x0010_0030, "DA", Mark)
        .With(0x0010_1010, "AS", Mark)
        .With(0x0010_1030, "DS", Mark)
        .With(0x0020_000D, "UI", Mark)
        .With(0x0020_0013, "IS", Mark)
        .Describe(2, 2, 8, frames: 2)
        .WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6, 7, 8)
        .With(0xFFFC_FFFC, "OB", Mark);

    private static void AssertSilent(byte[] bytes)
    {
        var messages = new List<string>();
        Try(() => messages.AddRange(DicomFile.Open(bytes).Warnings.Select(warning => warning.Message)));
        Try(() => messages.Add(FrameCounter.Count(DicomFile.Open(bytes)).Warning ?? string.Empty));
        Try(() =>
        {
            using FrameFile frames = FrameFile.Open(DicomFile.Open(bytes), default);
            messages.Add(frames.Warning?.Message ?? string.Empty);
            messages.AddRange(frames.Read(1, null).Warnings.Select(warning => warning.Message));
        });
        Assert.DoesNotContain(messages, message => message.Contains(Mark[2..6], StringComparison.OrdinalIgnoreCase));

        void Try(Action read)
        {
            try
            {
                read();
            }
            catch (DicomException exception)
            {
                for (Exception? cause = exception; cause is not null; cause = cause.InnerException) messages.Add(cause.Message);
            }
        }
    }

    private static bool HasMark(byte[] bytes) =>
        bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Mark)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Mark)) >= 0;

    private ExportedFrame[] Export(FrameExportOptions options)
    {
        string path = _folder.Combine("source.dcm");
        File.WriteAllBytes(path, Image().ToFile());
        using FrameExport export = FrameExport.Open(path, options, default);
        return [.. export.GetPictures().Select(picture => export.Write(picture, default))];
    }
}
