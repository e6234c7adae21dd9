using System.Collections.Generic;
using System.Globalization;

namespace PSDicom.Volumes.Rules;

/// <summary>The attributes that all frames of a stack share.</summary>
internal sealed record StackKey
{
    public string? FrameOfReferenceUID { get; init; }

    public int Columns { get; init; }

    public int Rows { get; init; }

    public int SamplesPerPixel { get; init; }

    /// <summary>The number of the plane; -1 without a position.</summary>
    public int Shape { get; init; } = -1;

    /// <summary>Whether the slices are tiles of mosaics.</summary>
    public bool IsMosaic { get; init; }

    /// <summary>The file of a segmentation; null for others. Each segmentation file has stacks of its own.</summary>
    public DicomSeriesFile? File { get; init; }

    public long? Segment { get; init; }

    public string? NuclearIndices { get; init; }

    public string? ComplexPart { get; init; }

    public double? EchoTime { get; init; }

    public double? FlipAngle { get; init; }

    /// <summary>The names and values that distinguish stacks for users. The plane is described by orientation and spacing instead.</summary>
    public IEnumerable<KeyValuePair<string, string>> Describe()
    {
        yield return Pair("FrameOfReferenceUID", FrameOfReferenceUID);
        yield return Pair("Size", string.Format(CultureInfo.InvariantCulture, "{0}x{1}", Columns, Rows));
        yield return Pair("SamplesPerPixel", Text(SamplesPerPixel));
        yield return Pair("SOPInstanceUID", File?.SOPInstanceUID);
        yield return Pair("Segment", Text(Segment));
        yield return Pair("NuclearIndices", NuclearIndices);
        yield return Pair("ComplexPart", ComplexPart);
        yield return Pair("EchoTime", Text(EchoTime));
        yield return Pair("FlipAngle", Text(FlipAngle));
    }

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static KeyValuePair<string, string> Pair(string name, string? value) => new(name, value ?? "none");
}
