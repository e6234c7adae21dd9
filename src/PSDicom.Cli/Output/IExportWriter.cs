using System;
using PSDicom.Operations.Export;

namespace PSDicom.Cli.Output;

/// <summary>Writes what is told of a picture as UTF-8.</summary>
internal interface IExportWriter
{
    /// <summary>Of a picture that was written.</summary>
    ReadOnlyMemory<byte> Write(string source, ExportedFrame picture);

    /// <summary>Of one that would be written.</summary>
    ReadOnlyMemory<byte> WritePlan(string source, PictureTarget target);
}
