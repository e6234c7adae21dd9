using System.Collections.Generic;
using PSDicom.Codecs;
using PSDicom.Pixels;

namespace PSDicom.Operations;

/// <summary>Reads frames of native pixel data.</summary>
internal sealed class NativeFrameDecoding : FrameDecoding
{
    private readonly NativeLayout _layout;
    private readonly NativeFrames _frames;

    public NativeFrameDecoding(ImagePixels image, DicomElement element)
        : base(image)
    {
        if (NativeLayout.Choose(Format, element.Tag, image.Declared.Number, element.ByteLength) is not { } layout) throw WithoutSizes();
        DicomTransferSyntax syntax = image.File.TransferSyntax;
        bool isBigEndian = element.IsBigEndian || (syntax.IsBigEndianPixelData && !syntax.IsBigEndian);
        _layout = layout;
        _frames = new NativeFrames(element, layout, CellsOf(Format, layout, element.Tag), isBigEndian);
    }

    public override DecodedFrame Decode(int index, FrameThreads threads)
    {
        var warnings = new List<DicomWarning>();
        using var memory = new HeldMemory(_frames.TakeMemory(index, threads.Cancellation));
        return Native(index, _frames.Read(index, warnings), _layout, warnings, memory.Keep());
    }
}
