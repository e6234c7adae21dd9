using PSDicom.Core.Tests.Volumes;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Operations;

/// <summary>Frames of several files in one picture file.</summary>
public sealed class StackExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A slice whose pixels are all of one value, but for the first, which is 0.</summary>
    private StackFrame Slice(int instance, ushort value, Func<SliceBuilder, SliceBuilder>? change = null)
    {
        string path = _folder.Combine($"{instance}.dcm");
        ushort[] cells = [0, .. Enumerable.Repeat(value, 15)];
        SliceBuilder slice = SliceBuilder.Slice(instance, instance).WithBytes(0x7FE0_0010, "OW", [.. cells.SelectMany(BitConverter.GetBytes)]);
        File.WriteAllBytes(path, (change?.Invoke(slice) ?? slice).ToFile());
        return new StackFrame(path, 1);
    }

    private static WriteResult<string, PictureTarget, ExportedFrame> Export(FrameExportOptions options, params StackFrame[] frames)
    {
        using var queue = new FrameExportQueue<string>(options, 2, default);
        queue.AddCombined("stack", frames, "_stack2");
        WriteResult<string, PictureTarget, ExportedFrame> result = queue.Take();
        while (queue.HasMore) queue.Take();
        return result;
    }

    private FrameExportOptions Options(string name, Windowing? windowing = null) => new()
    {
        Destination = _folder.Combine(name),
        Format = Path.GetExtension(name).Length == 0 ? PictureFormat.Raw : null,
        Combine = true,
        Rendering = new RenderOptions { Windowing = windowing ?? Windowing.Default },
    };

    [Fact]
    public void Frames_are_in_their_order_whatever_their_names()
    {
        ExportedFrame picture = Export(Options("all.raw"), Slice(3, 30), Slice(1, 10), Slice(2, 20)).Written!;
        Assert.Equal((3, 4, 4), (picture.FrameCount, picture.Width, picture.Height));
        Assert.Null(picture.Frame);
        Assert.Equal(_folder.Combine("3.dcm"), picture.Source);
        byte[] bytes = File.ReadAllBytes(picture.FullName);
        Assert.Equal([30, 10, 20], ((int[])[0, 1, 2]).Select(i => (int)bytes[(i * 32) + 2]));
    }

    [Fact]
    public void Without_a_template_the_first_file_names_the_picture()
    {
        Assert.Equal(_folder.Combine("out", "5_stack2.raw"), Export(Options("out"), Slice(5, 1), Slice(1, 2)).Written!.FullName);
    }

    [Fact]
    public void All_frames_have_the_window_of_the_one_in_the_middle()
    {
        SliceBuilder Windowed(SliceBuilder slice, int center) => slice.With(0x0028_1050, "DS", center).With(0x0028_1051, "DS", "100");
        StackFrame[] frames = [Slice(1, 100, slice => Windowed(slice, 50)), Slice(2, 100, slice => Windowed(slice, 100)), Slice(3, 100, slice => Windowed(slice, 150))];
        ExportedFrame picture = Export(Options("all.gif"), frames).Written!;
        Assert.Equal((100d, 100d), (picture.WindowCenter, picture.WindowWidth));
        Assert.Equal(1d, Export(Options("one.gif", Windowing.Of(1, 2)), frames).Written!.WindowCenter);
        Assert.Equal(50d, Export(Options("each.gif", Windowing.Parse("1")), frames).Written!.WindowCenter);
    }

    [Fact]
    public void Without_a_window_all_frames_have_that_of_the_values_of_all()
    {
        ExportedFrame picture = Export(Options("all.tif"), Slice(1, 100), Slice(2, 400), Slice(3, 50)).Written!;
        Assert.Equal((200d, 400d), (picture.WindowCenter, picture.WindowWidth));
    }

    [Fact]
    public void Rescaled_values_have_one_type_whatever_the_files_say()
    {
        SliceBuilder Scaled(SliceBuilder slice, string slope) => slice.With(0x0028_1052, "DS", "0").With(0x0028_1053, "DS", slope);
        FrameExportOptions options = new() { Destination = _folder.Combine("all.raw"), Combine = true, Rescaled = true };
        ExportedFrame picture = Export(options, Slice(1, 10, slice => Scaled(slice, "1")), Slice(2, 10, slice => Scaled(slice, "0.5"))).Written!;
        double[] values = new double[32];
        Buffer.BlockCopy(File.ReadAllBytes(picture.FullName), 0, values, 0, 256);
        Assert.Equal((10d, 5d), (values[1], values[17]));
    }

    [Fact]
    public void Chosen_frames_are_counted_in_the_stack()
    {
        FrameExportOptions Of(int frame) => new() { Destination = _folder.Combine($"{frame}.raw"), Combine = true, Frames = [frame] };
        StackFrame[] frames = [Slice(3, 30), Slice(1, 10)];
        Assert.Equal(10, File.ReadAllBytes(Export(Of(2), frames).Written!.FullName)[2]);
        DicomException error = Assert.IsType<DicomException>(Export(Of(3), frames).Error);
        Assert.Equal(DicomErrorReason.FrameNotFound, error.Reason);
    }

    [Fact]
    public void Frames_of_one_file_are_read_from_it_in_any_order()
    {
        string path = _folder.Combine("many.dcm");
        byte[] cells = [.. Enumerable.Range(0, 40).SelectMany(i => Enumerable.Repeat((byte)i, 32))];
        File.WriteAllBytes(path, Image(1).WithSize(4, 4, 40).WithBytes(0x7FE0_0010, "OW", cells).ToFile());
        ExportedFrame picture = Export(Options("all.raw"), [.. Enumerable.Range(1, 40).Reverse().Select(i => new StackFrame(path, i))]).Written!;
        byte[] bytes = File.ReadAllBytes(picture.FullName);
        Assert.Equal(Enumerable.Range(0, 40).Reverse(), Enumerable.Range(0, 40).Select(i => (int)bytes[i * 32]));
    }

    [Fact]
    public void A_file_that_is_gone_is_an_error_and_leaves_nothing()
    {
        StackFrame gone = Slice(2, 1);
        File.Delete(gone.Path);
        WriteResult<string, PictureTarget, ExportedFrame> result = Export(Options("all.raw"), Slice(1, 1), gone);
        Assert.IsAssignableFrom<IOException>(result.Error);
        Assert.False(File.Exists(_folder.Combine("all.raw")));
    }

    [Fact]
    public void Slices_of_two_sizes_are_not_combined()
    {
        WriteResult<string, PictureTarget, ExportedFrame> result = Export(Options("all.raw"), Slice(1, 1), Slice(2, 1, slice => slice.WithSize(8, 8)));
        Assert.Equal(DicomErrorReason.PictureNotSupported, Assert.IsType<DicomException>(result.Error).Reason);
        Assert.False(File.Exists(_folder.Combine("all.raw")));
    }

    [Fact]
    public void An_input_is_never_replaced()
    {
        StackFrame first = Slice(1, 1);
        string target = _folder.Combine("2.raw");
        File.Copy(first.Path, target);
        FrameExportOptions options = new() { Destination = target, Combine = true, Force = true };
        Assert.Equal(DicomErrorReason.TargetExists, Assert.IsType<DicomException>(Export(options, first, new StackFrame(target, 1)).Error).Reason);
    }
}
