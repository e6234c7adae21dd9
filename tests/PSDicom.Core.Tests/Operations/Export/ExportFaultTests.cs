using System.Diagnostics;
using PSDicom.Core.Tests.Frames;
using PSDicom.IO.Writing;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;

namespace PSDicom.Core.Tests.Operations.Export;

/// <summary>What can happen to source and destination while pictures are written: an error that names both, no half file, the source untouched.</summary>
public sealed class ExportFaultTests : IDisposable
{
    private const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _folder = new();

    private string Source => _folder.Combine("source.dcm");

    private string Out => _folder.Combine("out");

    private string Target => Path.Combine(Out, "picture.png");

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData('x', 256)]
    [InlineData('é', 128)] // two bytes each
    [InlineData('像', 86)] // three bytes each
    public void A_folder_whose_name_is_too_long_is_an_error_of_writing(char character, int count)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Other systems count otherwise.");
        AssertNotWritten(new() { Destination = Path.Combine(Out, new string(character, count)) });
        Assert.Single(Export(new() { Destination = Path.Combine(Out, new string(character, count - 1)) }));
    }

    [SkippableTheory]
    [InlineData('x', 252)]
    [InlineData('é', 126)]
    [InlineData('像', 84)]
    public void A_picture_whose_name_is_too_long_is_an_error_of_writing(char character, int count)
    {
        // The temporary name is not too long: it is the renaming that is refused.
        Skip.IfNot(OperatingSystem.IsLinux(), "Other systems count otherwise.");
        AssertNotWritten(new() { Destination = Path.Combine(Out, new string(character, count) + ".png") });
        Assert.Single(Export(new() { Destination = Path.Combine(Out, new string(character, count - 1) + ".png") }));
    }

    [SkippableFact]
    public void A_path_that_is_too_long_is_an_error_of_writing()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Other systems count otherwise.");
        string path = Out;
        while (path.Length < 4100) path = Path.Combine(path, new string('x', 200));
        TargetWriteException exception = AssertNotWritten(new() { Destination = path });
        Assert.Contains("longer than the file system allows", exception.Message);
    }

    [Fact]
    public void A_folder_that_takes_the_name_of_the_picture_meanwhile_is_an_error_of_writing() =>
        AssertRefused(() => Directory.CreateDirectory(Path.Combine(Target, "inside")), replaces: true, "picture.png");

    [SkippableFact]
    public void A_folder_that_is_closed_meanwhile_is_an_error_of_writing()
    {
        Skip.If(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Nothing is closed to us.");
        try
        {
            AssertRefused(() => SetMode(Out, UnixFileMode.UserRead | UnixFileMode.UserExecute), replaces: true, null);
        }
        finally
        {
            SetMode(Out, All);
        }
    }

    [SkippableFact]
    public void A_picture_that_must_not_be_replaced_stays()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Linux has files that not even their owner can change.");
        Directory.CreateDirectory(Out);
        File.WriteAllBytes(Target, [7]);
        Skip.IfNot(TryChangeAttribute("+i"), "Only root can make such a file.");
        try
        {
            TargetWriteException exception = Assert.Throws<TargetWriteException>(
                () => AtomicFile.Write(Target, true, stream => stream.WriteByte(1), default));
            AssertTells(exception, Target);
        }
        finally
        {
            Assert.True(TryChangeAttribute("-i"));
        }

        Assert.Equal([7], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(Out));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_destination_that_vanishes_is_an_error_of_writing(bool replaces)
    {
        Skip.If(OperatingSystem.IsWindows(), "Here, what is open keeps its folder.");
        AssertRefused(() => Directory.Delete(Out, recursive: true), replaces, null);
        Assert.False(Directory.Exists(Out));
    }

    [SkippableFact]
    public void Pictures_of_a_source_that_is_deleted_are_written_from_what_is_open()
    {
        Skip.If(OperatingSystem.IsWindows(), "Here, what is open keeps its name.");
        using FrameExport export = Open(new() { Destination = Out, Format = PictureFormat.Raw }, Image(frames: 3));
        PictureTarget[] targets = [.. export.GetPictures()];
        export.Write(targets[0], default);
        File.Delete(Source);
        export.Write(targets[1], default);
        export.Write(targets[2], default);
        Assert.Equal([10, 20, 30], targets.Select(target => (int)File.ReadAllBytes(target.Path)[0]));
    }

    [Fact]
    public void A_source_that_is_cut_meanwhile_is_an_error_that_names_it()
    {
        using FrameExport export = Open(new() { Destination = Out, Format = PictureFormat.Raw }, Image(frames: 3));
        PictureTarget[] targets = [.. export.GetPictures()];
        export.Write(targets[0], default);
        using (FileStream cut = new(Source, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) cut.SetLength(cut.Length - 2);
        export.Write(targets[1], default);
        DicomException exception = Assert.Throws<DicomException>(() => export.Write(targets[2], default));
        Assert.Equal((DicomErrorReason.ValueNotAvailable, Source), (exception.Reason, exception.Path));
        Assert.Equal(targets.Take(2).Select(target => target.Path), Directory.GetFileSystemEntries(Out).Order());
    }

    [Theory]
    [InlineData("x.png", true)]
    [InlineData("x.png", false)]
    [InlineData("x.raw", true)]
    [InlineData("x.raw", false)]
    public void A_source_named_like_its_picture_is_not_replaced(string name, bool hasPrefix)
    {
        byte[] bytes = hasPrefix ? Image().ToFile() : Image().ToBytes();
        string path = _folder.Combine(name);
        File.WriteAllBytes(path, bytes);
        var toFolder = new FrameExportOptions
        {
            Destination = _folder.Path, Format = name == "x.png" ? PictureFormat.Png : PictureFormat.Raw, Force = true, NameTemplate = NameTemplate.Parse("x"),
        };
        foreach (FrameExportOptions options in new[] { toFolder, new() { Destination = path, Force = true }, new() { Destination = _folder.Combine(".", name), Force = true } })
        {
            using FrameExport export = FrameExport.Open(path, options, default);
            DicomException exception = Assert.Throws<DicomException>(() => export.Write(Assert.Single(export.GetPictures()), default));
            Assert.Equal((DicomErrorReason.TargetExists, path), (exception.Reason, exception.Path));
        }

        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [SkippableFact]
    public void A_source_without_prefix_is_not_replaced_by_another_of_its_paths()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege here.");
        byte[] bytes = Image().ToBytes();
        Directory.CreateDirectory(Out);
        File.WriteAllBytes(Target, bytes);
        string link = _folder.Combine("link");
        Directory.CreateSymbolicLink(link, Out);
        using FrameExport export = FrameExport.Open(Path.Combine(link, "picture.png"), new() { Destination = Target, Force = true }, default);
        Assert.Equal(
            DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => export.Write(Assert.Single(export.GetPictures()), default)).Reason);
        Assert.Equal(bytes, File.ReadAllBytes(Target));
    }

    [Fact]
    public void A_temporary_file_of_another_export_is_left_alone()
    {
        Directory.CreateDirectory(Out);
        string left = Path.Combine(Out, $".~{Guid.NewGuid():N}.tmp");
        File.WriteAllBytes(left, [1]);
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddYears(-1));
        Assert.Single(Export(new() { Destination = Out, Force = true }));
        Assert.Equal([1], File.ReadAllBytes(left));
        AtomicFile.Write(Target, true, _ => Assert.Equal(2, Directory.GetFiles(Out, ".~*.tmp").Length), default);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    private bool TryChangeAttribute(string change)
    {
        using Process process = Process.Start(new ProcessStartInfo("chattr", $"{change} \"{Target}\"") { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static DatasetBuilder Image(int frames = 1) => new DatasetBuilder()
        .With(0x0008_0018, "UI", "1.2.3.4")
        .Describe(1, 2, 16, frames: frames)
        .WithValue(FrameImage.PixelData, "OW", [.. Enumerable.Range(1, frames).SelectMany(frame => new byte[] { (byte)(10 * frame), 0, 1, 0 })]);

    private FrameExport Open(FrameExportOptions options, DatasetBuilder dataset)
    {
        File.WriteAllBytes(Source, dataset.ToFile());
        return FrameExport.Open(Source, options, default);
    }

    private ExportedFrame[] Export(FrameExportOptions options)
    {
        using FrameExport export = Open(options, Image());
        return [.. export.GetPictures().Select(picture => export.Write(picture, default))];
    }

    /// <summary>The picture is not written, which is told with its path, and nothing of it is left.</summary>
    private TargetWriteException AssertNotWritten(FrameExportOptions options)
    {
        using FrameExport export = Open(options, Image());
        byte[] before = File.ReadAllBytes(Source);
        string? path = null;
        TargetWriteException exception = Assert.Throws<TargetWriteException>(() =>
        {
            PictureTarget target = Assert.Single(export.GetPictures());
            path = target.Path;
            export.Write(target, default);
        });
        AssertTells(exception, path ?? exception.Path);
        Assert.Empty(Directory.Exists(Out) ? Directory.GetFiles(Out, "*", SearchOption.AllDirectories) : []);
        Assert.Equal(before, File.ReadAllBytes(Source));
        return exception;
    }

    /// <summary>What happens between the writing and the renaming is told with the path of the picture.</summary>
    private void AssertRefused(Action meanwhile, bool replaces, string? left)
    {
        Directory.CreateDirectory(Out);
        TargetWriteException exception = Assert.Throws<TargetWriteException>(() => AtomicFile.Write(Target, replaces, stream =>
        {
            stream.WriteByte(1);
            meanwhile();
        }, default));
        AssertTells(exception, Target);
        Assert.False(File.Exists(Target));
        if (left is not null) Assert.Equal([left], Directory.GetFileSystemEntries(Out).Select(Path.GetFileName));
    }

    private static void AssertTells(TargetWriteException exception, string path)
    {
        Assert.Equal(path, exception.Path);
        Assert.Contains(path, exception.Message);
        Assert.DoesNotContain(".~", exception.Message);
    }
}
