using System;
using System.Collections.Generic;
using System.Text;
using PSDicom.Operations.Show;

namespace PSDicom.Cli.Output;

/// <summary>Draws frames in rows.</summary>
internal sealed class ShownFrameWriter(FrameShowOptions options) : IFrameLineWriter<ShownFrame>
{
    private readonly List<ShownFrame> _row = [];

    public ReadOnlyMemory<byte> Heading => default;

    public ReadOnlyMemory<byte> Ending => _row.Count == 0 ? default : DrawRow();

    public ReadOnlyMemory<byte> Write(string path, ShownFrame frame)
    {
        _row.Add(frame);
        return _row.Count == options.PicturesInRow ? DrawRow() : default;
    }

    public IReadOnlyList<DicomWarning> WarningsOf(ShownFrame frame) => frame.Warnings;

    private ReadOnlyMemory<byte> DrawRow()
    {
        byte[] text = Encoding.UTF8.GetBytes(FrameDrawing.Draw(_row, options) + "\n");
        _row.Clear();
        return text;
    }
}
