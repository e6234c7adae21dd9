using System;
using System.Text;
using PSDicom.Operations.Conversion;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes the path of each converted file on its own line, for people and for <c>xargs</c>.</summary>
/// <param name="shown">The shown form of a path.</param>
internal sealed class ConversionTextWriter(Func<string, string> shown) : ITargetWriter<ConversionTarget, DicomConversion>
{
    public ReadOnlyMemory<byte> Write(string source, DicomConversion result) => Line(shown(result.FullName));

    public ReadOnlyMemory<byte> WritePlan(string source, ConversionTarget target) => Line(shown(target.Path));

    private static byte[] Line(string path) => Encoding.UTF8.GetBytes(PlainText.Of(path) + "\n");
}
