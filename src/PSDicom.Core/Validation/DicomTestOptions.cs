using System.Collections.Generic;
using PSDicom.Text;

namespace PSDicom;

/// <summary>Options for testing files.</summary>
public sealed class DicomTestOptions
{
    /// <summary>Tests the file as such.</summary>
    public static DicomTestOptions Default { get; } = new();

    /// <summary>What to test beside the file as such.</summary>
    public IReadOnlyList<DicomTestLevel> Levels { get; init; } = [];

    /// <summary>Whether to report also what is retired or merely unusual.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether the file was found in a folder, not named: then it need not be DICOM, unless its name says so.</summary>
    public bool IsFound { get; init; }

    /// <summary>The character set of the text, instead of the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>The most threads that decode the frames of a file.</summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;
}
