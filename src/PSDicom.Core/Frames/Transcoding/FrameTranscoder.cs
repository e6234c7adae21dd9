using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Threading;
using PSDicom.Codecs;
using PSDicom.Editing;
using PSDicom.Editing.Splicing;
using PSDicom.IO;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Threading;

namespace PSDicom.Frames.Transcoding;

/// <summary>
/// Converts the pixel data of a file to another transfer syntax: as they are where they are legal as they are, else frame by frame, on several
/// threads and in the memory of a few frames.
/// </summary>
internal sealed class FrameTranscoder
{
    private readonly DicomFile _file;
    private readonly OpenFile _open;
    private readonly TranscodingOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly ImagePixels _image;
    private readonly List<DicomWarning> _warnings = [];

    /// <summary>Photometric Interpretation as codestreams that stay demand it; null if it stays too.</summary>
    private string? _interpretation;

    /// <param name="file">The file, read with all elements.</param>
    /// <param name="open">The same file, open.</param>
    /// <param name="options">The conversion.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DicomException">The pixel data are not in the file, or none of its frames can be found.</exception>
    public FrameTranscoder(DicomFile file, OpenFile open, TranscodingOptions options, CancellationToken cancellation)
    {
        _file = file;
        _open = open;
        _options = options;
        _cancellation = cancellation;
        _image = new ImagePixels(file, open, cancellation);
        Work = FindWork();
    }

    /// <summary>What happens to the pixel data.</summary>
    public PixelWork Work { get; }

    /// <summary>The number of frames; 0 without pixel data.</summary>
    public int FrameCount => _image.Tally.Count;

    /// <summary>Whether the image loses something.</summary>
    public bool IsLossy { get; private set; }

    /// <summary>The problems that did not prevent the conversion.</summary>
    public IReadOnlyList<DicomWarning> Warnings => _warnings;

    private bool IsOtherSyntax => _file.TransferSyntax.UID != _options.Target.UID;

    private bool HasBigEndianPixels => _image.Element!.IsBigEndian || (_file.TransferSyntax.IsBigEndianPixelData && !_file.TransferSyntax.IsBigEndian);

    private int Word => NativeFrames.WordSize(_image.Element!.VR, _image.Layout?.SampleBits ?? 16);

    /// <summary>Checks what can be known without decoding.</summary>
    /// <exception cref="DicomException">The transfer syntax does not allow the image, or would lose something that must not be lost.</exception>
    public void Check()
    {
        if (Work is not (PixelWork.Decode or PixelWork.Encode)) return;
        RequireFrames();
        if (Work != PixelWork.Encode) return;
        if (_options.MayLose) RequireLoss(wasLossy: false);
        if (SampleFormat.Of(_image.Format, _image.Element!.Tag) is { } format) EncoderRegistry.Find(_options.Target)!.Describe(format, _options.Encoding);
    }

    /// <summary>Converts the pixel data, and edits what the data set says of them.</summary>
    /// <param name="root">The data set.</param>
    /// <param name="newSpool">Makes a place for frames until they are written.</param>
    /// <param name="threads">The number of threads for this file.</param>
    /// <param name="throttleLimit">The number of threads for all files together.</param>
    /// <exception cref="DicomException">A frame is damaged, or the transfer syntax does not allow it.</exception>
    public void Transcode(EditNode root, Func<Spool> newSpool, int threads, int throttleLimit)
    {
        if (Work != PixelWork.None && !_options.Target.IsExplicitVR && _file.Parts.Encoding.IsExplicit) PixelAttributes.RequireUsualRepresentations(_file.Dataset);
        if (_options.Black is null && IsOtherSyntax && _file.TransferSyntax.IsEncapsulated) new NestedPixels(_file, _open, _cancellation).Decode(root);
        switch (Work)
        {
            case PixelWork.Swap:
                root.EditOf(_image.Element!.Tag).Write(new BulkValue(_image.Element.VR, Swapped(new ElementSource(_image.Element), Word)));
                break;
            case PixelWork.Copy:
                root.EditOf(_image.Element!.Tag).Write(new BulkValue(_image.Element.VR, new CopiedContent(new ElementSource(_image.Element), 0, _image.Element.ByteLength)));
                break;
            case PixelWork.Decode:
                RequireFrames();
                Decode(root, newSpool(), threads, throttleLimit);
                break;
            case PixelWork.Encode:
                Check();
                Encode(root, newSpool(), threads, throttleLimit);
                break;
            default:
                if (_interpretation is { } interpretation) PixelAttributes.Write(root, interpretation, planar: null);
                break;
        }
    }

    private PixelWork FindWork()
    {
        if (_image.Element is null || _image.Tally.Count == 0)
        {
            if (_image.Tally.Warning is not { } warning) return PixelWork.None;
            if (_image.Element is not null || _file.Dataset.Contains(DicomTag.PixelDataProviderURL)) throw new DicomException(DicomErrorReason.InvalidPixelData, warning, tagPath: "PixelData");
            _warnings.Add(new DicomWarning(warning, tagPath: "PixelData"));
            return PixelWork.None;
        }

        bool isNative = _image.Encapsulated is null && (!_file.TransferSyntax.IsEncapsulated || FrameDecoding.HoldsNativeFrames(_image));
        if (!_options.Target.IsEncapsulated)
        {
            RequireKnownOrder();
            if (_options.Black is not null) RequireWholeBytes();
            if (!isNative || _options.Black is not null) return PixelWork.Decode;
            if (HasBigEndianPixels != _options.Target.IsBigEndian && Word > 1) return PixelWork.Swap;
            return _file.Parts.Encoding.IsBigEndian == _options.Target.IsBigEndian || Word == 1 ? PixelWork.Keep : PixelWork.Copy;
        }

        bool isLegal = _options.Black is null && _image.Encapsulated is not null
            && (!IsOtherSyntax || CodestreamReuse.IsPossible(_image, _options.Target, _cancellation, out _interpretation));
        return isLegal ? PixelWork.Keep : PixelWork.Encode;
    }

    /// <summary>Refuses words of 32 bits in big endian: some programs change the order of their four bytes, others that of each two (OW).</summary>
    private void RequireKnownOrder()
    {
        if (!_options.Target.IsBigEndian || _file.Parts.Encoding.IsBigEndian || _image.Format.BitsAllocated is null or <= 16 || !_image.Element!.Tag.Equals(DicomTag.PixelData)) return;
        throw new DicomException(
            DicomErrorReason.PixelFormatNotAllowed,
            $"Programs do not agree on the order of bytes of pixels with {_image.Format.BitsAllocated} bits in big endian. Choose another transfer syntax.",
            tagPath: "PixelData");
    }

    /// <summary>Refuses cells that are not whole bytes: frames are not packed like that (Bits Allocated 12, retired).</summary>
    private void RequireWholeBytes()
    {
        if (_image.Format.BitsAllocated is not { } bits || bits == 1 || bits % 8 == 0) return;
        throw new DicomException(
            DicomErrorReason.PixelFormatNotAllowed, $"Pixels with {bits} bits allocated cannot be changed. Convert the file first.", tagPath: "BitsAllocated");
    }

    private void RequireFrames()
    {
        if (_image.Tally.Warning is not { } warning) return;
        if (_image.Declared.Number > _image.Tally.Count) throw new DicomException(DicomErrorReason.FrameDamaged, $"Frames are missing. {warning}", tagPath: "NumberOfFrames");
        _warnings.Add(new DicomWarning(warning, tagPath: "NumberOfFrames"));
    }

    private void RequireLoss(bool wasLossy) => LossRules.Require(_file.Dataset, wasLossy, _options.AllowsRepeatedLoss);

    private void Decode(EditNode root, Spool spool, int threads, int throttleLimit)
    {
        NativeFrameWriter? writer = null;
        bool wasLossy = false, dropsBits = false;
        foreach (EncodedFrame frame in Make(new FrameWork(_image, FrameDecoding.Of(_image), _options), threads, throttleLimit))
        {
            wasLossy |= frame.WasLossy;
            dropsBits |= frame.DropsBits;
            writer ??= new NativeFrameWriter(_image, frame.Native!);
            ReadOnlySpan<byte> packed = writer.Pack(frame.Native!);
            if (spool.Length == 0) spool.Reserve((long)FrameCount * packed.Length);
            spool.Append(packed);
        }

        spool.Append(writer!.Finish());
        if (spool.Length % 2 == 1) spool.Append([0]);
        int word = NativeFrames.WordSize(writer.VR, _image.Format.BitsAllocated ?? 16);
        bool isSwapped = _options.Target.IsBigEndianPixelData && word > 1;
        root.EditOf(_image.Element!.Tag).Write(new BulkValue(writer.VR, isSwapped ? Swapped(spool, word) : new CopiedContent(spool, 0, spool.Length)));
        writer.Describe(root);
        FragmentTable.Remove(root);
        Note(root, wasLossy, dropsBits);
    }

    private void Encode(EditNode root, Spool spool, int threads, int throttleLimit)
    {
        var work = new FrameWork(_image, FrameDecoding.Of(_image), _options);
        var lengths = new List<long>();
        var overlays = new List<byte[][]>();
        EncodedFrame? first = null;
        string? method = null;
        bool wasLossy = false, dropsBits = false;
        foreach (EncodedFrame frame in Make(work, threads, throttleLimit))
        {
            if (frame.Described!.LossyMethod is { } lossy)
            {
                if (method is null || frame.WasLossy) RequireLoss(frame.WasLossy);
                method = lossy;
            }

            first ??= frame;
            if (frame.Described.PhotometricInterpretation != first.Described!.PhotometricInterpretation) throw Differs();
            wasLossy |= frame.WasLossy;
            dropsBits |= frame.DropsBits;
            lengths.Add(frame.Bytes!.Length);
            if (frame.Overlays.Length > 0) overlays.Add(frame.Overlays);
            spool.Append(frame.Bytes);
        }

        new FragmentTable(spool, lengths).WriteTo(root, _image.Element!.Tag);
        EncodedFormat described = first!.Described!;
        PixelAttributes.Write(root, described.PhotometricInterpretation, described.PlanarConfiguration);
        FrameShape shape = first.Format.Shape;
        if (overlays.Count > 0) work.Overlays.Move(overlays, root, shape.Rows * shape.Columns);
        Note(root, wasLossy, dropsBits);
        if (method is null) return;
        IsLossy = true;
        double native = (double)shape.Rows * shape.Columns * shape.SamplesPerPixel * first.Format.BitsAllocated / 8 * lengths.Count;
        new LossRecord(_options, method).Write(root, native / Math.Max(1, spool.Length));
    }

    /// <summary>Notes what the file has to say, and the user to know.</summary>
    private void Note(EditNode root, bool wasLossy, bool dropsBits)
    {
        if (dropsBits) _warnings.Add(new DicomWarning("Some pixels had values in bits above Bits Stored, which belong to nothing and are not kept.", tagPath: "PixelData"));

        // Changed pixels cannot be compared with those of the file any more, so that this must not be left out (PS3.3 section C.7.6.1.1.5).
        if (wasLossy && _options.Black is not null && _file.Dataset.GetText(DicomTag.LossyImageCompression)?.Trim() != LossRecord.IsLossy)
            root.EditOf(DicomTag.LossyImageCompression).Write(new NewValue(DicomVR.CS, Encoding.ASCII.GetBytes(LossRecord.IsLossy)));
    }

    /// <summary>Makes the frames ahead, in order.</summary>
    private IEnumerable<EncodedFrame> Make(FrameWork work, int threads, int throttleLimit)
    {
        if (FrameCount == 1)
        {
            yield return Noted(MakeOne(work, 0, throttleLimit, _cancellation), null);
            yield break;
        }

        EncodedFrame? first = null;
        using var ahead = new OrderedReadAhead<int, EncodedFrame>((index, stop) => MakeOne(work, index, throttleLimit, stop), threads, _cancellation);
        for (int next = 0; next < FrameCount || ahead.Count > 0;)
        {
            if (next < FrameCount && !ahead.IsFull)
            {
                ahead.Add(next++);
                continue;
            }

            ReadAheadResult<int, EncodedFrame> result = ahead.Take();
            if (result.Error is not null) ExceptionDispatchInfo.Capture(result.Error).Throw();
            EncodedFrame frame = Noted(result.Result!, first);
            first ??= frame;
            yield return frame;
        }
    }

    private static EncodedFrame MakeOne(FrameWork work, int index, int throttleLimit, CancellationToken cancellation)
    {
        using var threads = new FrameThreads(throttleLimit, cancellation);
        return work.Make(index, threads);
    }

    private EncodedFrame Noted(EncodedFrame frame, EncodedFrame? first)
    {
        foreach (DicomWarning warning in frame.Warnings)
        {
            if (_warnings.Count < DicomLimits.MaxWarnings) _warnings.Add(warning);
        }

        if (first is not null && frame.Format != first.Format) throw Differs();
        return frame;
    }

    private static DicomException Differs() => new(
        DicomErrorReason.InvalidPixelData, "The frames of the file have different formats, which one data set cannot describe.", tagPath: "PixelData");

    private static SwappedContent Swapped(ByteSource source, int word) => new(source, 0, source.Length, word);
}
