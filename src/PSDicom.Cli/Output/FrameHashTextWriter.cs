using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes one line per frame: hash, number and path, made safe for terminals. JSON has the exact path.</summary>
internal sealed class FrameHashTextWriter : IFrameLineWriter<DicomFrameHash>
{
    public ReadOnlyMemory<byte> Heading => default;

    public ReadOnlyMemory<byte> Write(string path, DicomFrameHash frame) =>
        Encoding.UTF8.GetBytes($"{frame.Sha256}  {frame.Frame.ToString(CultureInfo.InvariantCulture),5}  {PlainText.Of(path)}\n");

    public IReadOnlyList<DicomWarning> WarningsOf(DicomFrameHash frame) => frame.Warnings;
}
