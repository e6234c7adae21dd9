using System;
using System.Globalization;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes one line per frame: hash, number and path, made safe for terminals. JSON has the exact path.</summary>
internal sealed class FrameHashTextWriter : IFrameHashWriter
{
    public ReadOnlyMemory<byte> Write(string path, DicomFrameHash hash) =>
        Encoding.UTF8.GetBytes($"{hash.Sha256}  {hash.Frame.ToString(CultureInfo.InvariantCulture),5}  {PlainText.Of(path)}\n");
}
