using PSDicom.Codecs;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Codecs;

/// <summary>What holds for all encoders.</summary>
public class EncoderTests
{
    public static TheoryData<string> Syntaxes()
    {
        var syntaxes = new TheoryData<string>();
        foreach (string uid in EncoderRegistry.TransferSyntaxes) syntaxes.Add(uid);
        return syntaxes;
    }

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void An_encoder_and_a_decoder_are_registered_together(string uid)
    {
        DicomTransferSyntax syntax = DicomTransferSyntax.Find(uid)!;
        IFrameEncoder encoder = EncoderRegistry.Find(syntax)!;
        var target = new EncodedBytes();
        TestFrame frame = Frame(8, 40);
        encoder.Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, target);
        IFrameDecoder decoder = CodecRegistry.Find(syntax, target.Memory.Span);
        Assert.Equal(encoder.KeepsNativeLayout, decoder.KeepsNativeLayout);
        decoder.Decode(target.Memory, frame.Format.Shape, new byte[frame.Samples.Length], []);
        Assert.Equal(encoder.Describe(frame.Format, FrameEncodingOptions.Default).LossyMethod is not null, syntax.IsLossy);
    }

    [Fact]
    public void Native_transfer_syntaxes_have_no_encoder() => Assert.Null(EncoderRegistry.Find(DicomTransferSyntax.ExplicitVRLittleEndian));

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Memory_of_another_length_is_refused(string uid)
    {
        TestFrame frame = Frame(8, 40);
        foreach (int length in new[] { frame.Samples.Length - 1, frame.Samples.Length + 1 })
        {
            Assert.Throws<ArgumentException>(() => EncoderRegistry.Find(DicomTransferSyntax.Find(uid)!)!
                .Encode(new byte[length], frame.Format, FrameEncodingOptions.Default, new EncodedBytes()));
        }
    }

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Encoding_can_be_cancelled(string uid)
    {
        TestFrame frame = Frame(8, 400);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        using var threads = new FrameThreads(1, cancellation.Token);
        Assert.Throws<OperationCanceledException>(() => EncoderRegistry.Find(DicomTransferSyntax.Find(uid)!)!
            .Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, new EncodedBytes(), threads));
    }

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Many_threads_and_earlier_frames_do_not_change_the_bytes(string uid)
    {
        IFrameEncoder encoder = EncoderRegistry.Find(DicomTransferSyntax.Find(uid)!)!;
        TestFrame frame = Frame(8, 300);
        var target = new EncodedBytes();
        encoder.Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, target);
        byte[] first = target.Memory.ToArray();
        using var threads = new FrameThreads(3, new Processors(3), samplesOfBand: 1);
        encoder.Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, target, threads);
        Assert.Equal([.. first, .. first], target.Memory.ToArray());
        target.Truncate(0);
        Parallel.For(0, 4, _ =>
        {
            var own = new EncodedBytes();
            encoder.Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, own);
            Assert.Equal(first, own.Memory.ToArray());
        });
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(65536, 1)]
    [InlineData(1, 65536)]
    public void Sizes_that_DICOM_does_not_have_are_refused(int rows, int columns)
    {
        FrameFormat format = Frame(8, 4).Format with { Shape = new FrameShape(rows, columns, 1, 1) };
        EncoderRefusal.Check(EncoderRegistry.Find(DicomTransferSyntax.Find("1.2.840.10008.1.2.4.80")!)!, format, FrameEncodingOptions.Default, "rows and columns");
    }

    [Fact]
    public void Samples_in_memory_have_the_bytes_of_Bits_Allocated()
    {
        FrameFormat format = Frame(8, 4).Format with { BitsAllocated = 16 };
        Assert.Throws<ArgumentException>(() => EncoderRegistry.Find(DicomTransferSyntax.Find("1.2.840.10008.1.2.5")!)!.Describe(format, FrameEncodingOptions.Default));
    }

    [Fact]
    public void Memory_grows_and_what_is_written_can_be_replaced()
    {
        var target = new EncodedBytes();
        for (int i = 0; i < 10_000; i++) target.Write([(byte)i, (byte)(i >> 8)]);
        target.Replace(4, [9, 9]);
        Assert.Equal(20_000, target.Length);
        Assert.Equal([0, 0, 1, 0, 9, 9, 3, 0], target.Memory.Slice(0, 8).ToArray());
        target.Truncate(2);
        target.Reserve(3)[0] = 7;
        target.Advance(1);
        Assert.Equal([0, 0, 7], target.Memory.ToArray());
        DicomException exception = Assert.Throws<DicomException>(() => { target.Reserve(int.MaxValue); });
        Assert.Equal(DicomErrorReason.ValueTooLarge, exception.Reason);
    }

    private static TestFrame Frame(int bits, int side) => TestFrame.Make(side, side, 1, bits, false, (x, y, _) => (x * y) + ((x ^ y) % 7));
}
