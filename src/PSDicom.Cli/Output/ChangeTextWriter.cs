using System;
using System.Text;
using PSDicom.Operations.Rewriting;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes the path of each changed file on its own line, for people and for <c>xargs</c>. Values are in JSON only.</summary>
/// <param name="shown">The shown form of a path.</param>
internal sealed class ChangeTextWriter(Func<string, string> shown) : ITargetWriter<RewriteTarget, DicomChange>
{
    public ReadOnlyMemory<byte> Write(string source, DicomChange result) => Line(shown(result.FullName));

    public ReadOnlyMemory<byte> WritePlan(string source, RewriteTarget target) => Line(shown(target.Path));

    private static byte[] Line(string path) => Encoding.UTF8.GetBytes(PlainText.Of(path) + "\n");
}
