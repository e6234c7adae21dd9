using System;
using System.Text;
using PSDicom.Operations.Copy;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes the path of each file in the destination on its own line, for people and for <c>xargs</c>.</summary>
internal sealed class CopyTextWriter(ShownPath shown) : ITargetWriter<FileCopyTarget, DicomFileCopy>
{
    public ReadOnlyMemory<byte> Write(string source, DicomFileCopy result) => Line(shown.Of(result.FullName));

    public ReadOnlyMemory<byte> WritePlan(string source, FileCopyTarget target) => Line(shown.Of(target.Path));

    private static byte[] Line(string path) => Encoding.UTF8.GetBytes(PlainText.Of(path) + "\n");
}
