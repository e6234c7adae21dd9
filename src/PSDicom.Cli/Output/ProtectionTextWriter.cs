using System;
using System.Text;
using PSDicom.Operations.Protection;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes the path of each copy on its own line.</summary>
/// <param name="shown">The shown form of a path.</param>
internal sealed class ProtectionTextWriter(Func<string, string> shown) : ITargetWriter<ProtectionTarget, ProtectedFile>
{
    public ReadOnlyMemory<byte> Write(string source, ProtectedFile result) => Line(result.FullName);

    public ReadOnlyMemory<byte> WritePlan(string source, ProtectionTarget target) => Line(target.Path);

    private byte[] Line(string path) => Encoding.UTF8.GetBytes(PlainText.Of(shown(path)) + "\n");
}
