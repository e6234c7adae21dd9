using System;
using System.Text;
using PSDicom.Operations.Volumes;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes one path per line for each volume, which <c>xargs</c> can read.</summary>
internal sealed class VolumeTextWriter(ShownPath shown) : ITargetWriter<VolumeTarget, ExportedVolume>
{
    public ReadOnlyMemory<byte> Write(string source, ExportedVolume result) => Line(shown.Of(result.FullName));

    public ReadOnlyMemory<byte> WritePlan(string source, VolumeTarget target) => Line(shown.Of(target.Path));

    private static byte[] Line(string path) => Encoding.UTF8.GetBytes(PlainText.Of(path) + "\n");
}
