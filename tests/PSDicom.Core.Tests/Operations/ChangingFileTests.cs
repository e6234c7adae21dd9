using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;
using PSDicom.Operations.Tags;

namespace PSDicom.Core.Tests.Operations;

/// <summary>Files that another program writes, cuts, replaces or deletes while they are read.</summary>
public sealed class ChangingFileTests : IDisposable
{
    private const int Frames = 50;
    private const int FrameBytes = 64 * 64 * 2;

    private readonly TemporaryFolder _folder = new();

    private string Source => _folder.Combine("source.dcm");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_cut_after_its_header_was_read_is_an_error_that_names_it()
    {
        byte[] bytes = Image(1);
        File.WriteAllBytes(Source, bytes);
        using FrameFile file = FrameFile.Open(Source, default);
        using (FileStream writer = Writer(FileMode.Open)) writer.SetLength(bytes.Length - (Frames * FrameBytes / 2));
        Assert.Equal(FrameBytes / 2, file.Read(1, null).GetPixels().Length);
        DicomException exception = Assert.Throws<DicomException>(() => file.Read(Frames, null));
        Assert.Equal((DicomErrorReason.ValueNotAvailable, Source), (exception.Reason, exception.Path));
    }

    [Fact]
    public void A_value_of_a_file_that_is_deleted_is_an_error_of_the_disk_that_names_it()
    {
        File.WriteAllBytes(Source, Image(1));
        DicomFile file = DicomFile.Open(Source);
        File.Delete(Source);
        FileNotFoundException exception = Assert.Throws<FileNotFoundException>(() => file.Find(new DicomTag(FrameImage.PixelData))!.Value);
        Assert.Contains(Source, exception.Message);
    }

    [SkippableFact]
    public void A_file_that_is_held_open_is_read_as_it_was_when_it_is_replaced_or_deleted()
    {
        Skip.If(OperatingSystem.IsWindows(), "Here, what is open keeps its name.");
        File.WriteAllBytes(Source, Image(1));
        using FrameFile file = FrameFile.Open(Source, default);
        File.WriteAllBytes(Source + ".new", Image(2));
        File.Move(Source + ".new", Source, overwrite: true);
        Assert.Equal((ushort)1, file.Read(Frames, null).GetPixels().GetValue(0));
        File.Delete(Source);
        Assert.Equal((ushort)1, file.Read(1, null).GetPixels().GetValue(0));
    }

    [Fact]
    public void A_file_that_is_being_read_can_be_written_renamed_and_deleted()
    {
        File.WriteAllBytes(Source, Image(1));
        using FrameFile file = FrameFile.Open(Source, default);
        using (FileStream writer = Writer(FileMode.Append)) writer.WriteByte(0);
        File.Move(Source, Source + ".moved");
        File.Delete(Source + ".moved");
    }

    [Fact]
    public void A_file_that_grows_is_read_as_far_as_it_goes()
    {
        byte[] bytes = Image(1);
        using FileStream writer = Writer(FileMode.Create);
        for (int written = 0; written < bytes.Length; written += 3777)
        {
            writer.Write(bytes, written, Math.Min(3777, bytes.Length - written));
            writer.Flush();
            AssertRight();
        }

        using FrameFile whole = FrameFile.Open(Source, default);
        Assert.Equal((Frames, null), (whole.Count, whole.Warning));
    }

    [Fact]
    public async Task Whatever_another_program_does_to_a_file_each_reading_is_right_or_an_error()
    {
        byte[][] images = [Image(1), Image(2)];
        File.WriteAllBytes(Source, images[0]);
        using var end = new CancellationTokenSource();
        Task writing = Task.Run(() =>
        {
            var random = new Random(5);
            while (!end.IsCancellationRequested)
            {
                byte[] image = images[random.Next(2)];
                switch (random.Next(4))
                {
                    case 0:
                        using (FileStream writer = Writer(FileMode.OpenOrCreate)) writer.SetLength(random.Next(image.Length));
                        break;
                    case 1:
                        File.WriteAllBytes(Source + ".new", image);
                        File.Move(Source + ".new", Source, overwrite: true);
                        break;
                    case 2:
                        File.Delete(Source);
                        break;
                    default:
                        using (FileStream writer = Writer(FileMode.Create)) writer.Write(image);
                        break;
                }
            }
        });
        try
        {
            for (int i = 0; i < 500; i++) AssertRight();
        }
        finally
        {
            end.Cancel();
            await writing;
        }
    }

    [Fact]
    public void Many_threads_read_frames_of_one_file()
    {
        byte[] image = Image(0);
        for (int frame = 0; frame < Frames; frame++)
        {
            for (int i = 0; i < FrameBytes; i += 2) image[image.Length - ((Frames - frame) * FrameBytes) + i] = (byte)frame;
        }

        File.WriteAllBytes(Source, image);
        using FrameFile file = FrameFile.Open(Source, default);
        Parallel.For(0, 8 * Frames, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal((ushort)(i % Frames), Assert.Single(file.Read((i % Frames) + 1, null).GetPixels().Cast<ushort>().Distinct())));
    }

    private static byte[] Image(byte value)
    {
        byte[] pixels = new byte[Frames * FrameBytes];
        for (int i = 0; i < pixels.Length; i += 2) pixels[i] = value;
        return new DatasetBuilder().With(0x0010_0020, "LO", "P1").Describe(64, 64, 16, frames: Frames)
            .WithValue(FrameImage.PixelData, "OW", pixels).ToFile();
    }

    /// <summary>A result is one of the images, or a gap in a file that is being written, or has a warning; a failure is an expected exception.</summary>
    private void AssertRight()
    {
        try
        {
            Assert.True(HeaderReader.Read(Source, null, null, default).Find(new DicomTag(0x0010_0020))?.RawValue is "P1" or null);
            FrameCounter.Count(Source, null, default);
            using FrameFile file = FrameFile.Open(Source, default);
            for (int frame = 1; frame <= file.Count; frame += 7)
                Assert.All(file.Read(frame, null).GetPixels().Cast<ushort>().Distinct(), value => Assert.InRange(value, 0, 2));
        }
        catch (DicomException exception)
        {
            Assert.Equal(Source, exception.Path);
        }
        catch (IOException exception)
        {
            Assert.Contains(Source, exception.Message);
        }
    }

    private FileStream Writer(FileMode mode) => new(Source, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
}
