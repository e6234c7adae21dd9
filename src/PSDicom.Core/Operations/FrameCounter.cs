using System;
using System.Threading;
using PSDicom.IO;
using PSDicom.Text;

namespace PSDicom.Operations;

/// <summary>Counts the frames of files.</summary>
public static class FrameCounter
{
    /// <summary>Opens a file, counts its frames, and closes it.</summary>
    public static DicomFrameCount Count(string path, CharacterSet? characterSet, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Counts the frames of a file that is already read.</summary>
    public static DicomFrameCount Count(DicomFile file) => throw new NotImplementedException();
}
