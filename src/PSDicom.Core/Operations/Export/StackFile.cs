using System;
using PSDicom.Frames;

namespace PSDicom.Operations.Export;

/// <summary>An open file of a stack, and the pictures of its frames.</summary>
internal sealed class StackFile(FrameFile file, PictureSource pictures) : IDisposable
{
    public FrameFile File { get; } = file;

    public PictureSource Pictures { get; } = pictures;

    public void Dispose() => File.Dispose();
}
