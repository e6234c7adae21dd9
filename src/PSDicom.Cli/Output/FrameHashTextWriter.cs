using System.Globalization;
using System.Text;
using System;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes a line a frame: hash, number, path.</summary>
internal sealed class FrameHashTextWriter : IFrameHashWriter
{
    private readonly StringBuilder _lines = new();

    public ReadOnlyMemory<byte> Bytes => Encoding.UTF8.GetBytes(_lines.ToString());

    public void Write(string path, DicomFrameHash hash) =>
        _lines.Append(hash.Sha256).Append("  ").Append(hash.Frame.ToString(CultureInfo.InvariantCulture).PadLeft(5)).Append("  ")
            .Append(PlainText.Of(path)).Append('\n');

    public void Dispose()
    {
    }
}
