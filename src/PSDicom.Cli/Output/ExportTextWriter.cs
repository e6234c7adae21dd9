using System.Text;
using System;
using PSDicom.Operations.Export;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes the path of each picture on its own line, for people and for <c>xargs</c>.</summary>
internal sealed class ExportTextWriter(ShownPath shown) : ITargetWriter<PictureTarget, ExportedFrame>
{
    public ReadOnlyMemory<byte> Write(string source, ExportedFrame picture) => Line(shown.Of(picture.FullName));

    public ReadOnlyMemory<byte> WritePlan(string source, PictureTarget target) => Line(shown.Of(target.Path));

    private static byte[] Line(string path) => Encoding.UTF8.GetBytes(PlainText.Of(path) + "\n");
}
