using System;
using System.IO;

namespace PSDicom.Cli.Output;

/// <summary>Detects that the reader of the output has closed it.</summary>
internal static class ClosedPipe
{
    private const int BrokenPipe = 32;                      // EPIPE
    private const int WindowsBrokenPipe = unchecked((int)0x8007_006D);
    private const int WindowsNoData = unchecked((int)0x8007_00E8);

    public static bool Caused(IOException exception) => OperatingSystem.IsWindows()
        ? exception.HResult is WindowsBrokenPipe or WindowsNoData
        : exception.HResult == BrokenPipe;
}
