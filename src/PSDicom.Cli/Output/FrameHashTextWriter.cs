using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes a line a frame: hash, number, path, as it can be shown; JSON has it as it is.</summary>
internal sealed class FrameHashTextWriter : IFrameLineWriter<DicomFrameHash>
{
    public ReadOnlyMemory<byte> Heading => default;

    public ReadOnlyMemory<byte> Write(string path, DicomFrameHash frame) =>
        Encoding.UTF8.GetBytes($"{frame.Sha256}  {frame.Frame.ToString(CultureInfo.InvariantCulture),5}  {PlainText.Of(path)}\n");

    public IReadOnlyList<DicomWarning> WarningsOf(DicomFrameHash frame) => frame.Warnings;
}
