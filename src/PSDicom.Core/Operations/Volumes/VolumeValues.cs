using System;
using System.Linq;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;
using PSDicom.Volumes;
using PSDicom.Volumes.Formats;
using static PSDicom.Operations.Volumes.StackText;

namespace PSDicom.Operations.Volumes;

/// <summary>
/// The voxel values of a file: stored values with one slope and one intercept, if the format stores these; else rescaled values, in an exact
/// integer type if there is one, else as floating-point numbers.
/// </summary>
internal sealed class VolumeValues
{
    /// <summary>The number of bits of an integer that a 32-bit floating-point number stores exactly.</summary>
    private const int BitsOfSingle = 24;

    private VolumeValues(SampleType type) => Type = type;

    /// <summary>The type of a sample; for colors, the type by the header, which a palette may change.</summary>
    public SampleType Type { get; }

    /// <summary>Whether the pixels are in color.</summary>
    public bool IsColor { get; private init; }

    /// <summary>Whether the values are rescaled, frame by frame.</summary>
    public bool IsRescaled { get; private init; }

    /// <summary>The slope for readers of the file.</summary>
    public double Slope { get; private init; } = 1;

    /// <summary>The intercept for readers of the file.</summary>
    public double Intercept { get; private init; }

    /// <summary>The unit of all frames; null if it is unknown or differs.</summary>
    public string? Unit { get; private init; }

    /// <summary>Chooses the values from the headers of all frames.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="format">The format of the file.</param>
    /// <exception cref="DicomException">Some frames have a rescale slope, or colors, and others have none.</exception>
    public static VolumeValues Of(DicomStack stack, VolumeFileFormat format)
    {
        SampleMeaning[] meanings = [.. stack.Frames.Select(frame => frame.Meaning).Distinct()];
        if (meanings.Select(meaning => meaning.IsColor).Distinct().Skip(1).Any())
            throw new DicomException(DicomErrorReason.InvalidPixelData, $"{Name(stack)}: some frames are in color, others are grey.", tagPath: "PhotometricInterpretation");
        if (meanings[0].IsColor) return new VolumeValues(meanings[0].Type) { IsColor = true };
        if (meanings.Select(meaning => meaning.IsTold).Distinct().Skip(1).Any())
        {
            int untold = stack.Frames.Count(frame => !frame.Meaning.IsTold);
            throw new DicomException(
                DicomErrorReason.MissingRescale,
                Invariant("{0}: {1} of {2} frames have no rescale slope, and the others have one.", Name(stack), untold, stack.FrameCount),
                tagPath: "RescaleSlope");
        }

        string? unit = meanings.All(meaning => meaning.Unit == meanings[0].Unit) ? meanings[0].Unit : null;
        bool isOneSlope = !meanings.Any(meaning => meaning.HasTable) && !meanings.Select(meaning => (meaning.Slope, meaning.Intercept)).Distinct().Skip(1).Any();
        (double slope, double intercept) = (meanings[0].Slope, meanings[0].Intercept);
        bool isIdentity = isOneSlope && slope == 1 && intercept == 0;
        if (isIdentity || (isOneSlope && format.HasSlope)) return new VolumeValues(CommonType(meanings)) { Slope = slope, Intercept = intercept, Unit = unit };
        return new VolumeValues(RescaledType(meanings, format.HasSlope)) { IsRescaled = true, Unit = unit };
    }

    /// <summary>The type for all stored values.</summary>
    private static SampleType CommonType(SampleMeaning[] meanings)
    {
        SampleType[] types = [.. meanings.Select(meaning => meaning.Type).Distinct()];
        if (types.Length == 1) return types[0];
        if (types.Any(IsReal)) return types.All(type => IsReal(type) ? type == SampleType.Float32 : SampleArray.SizeOf(type) <= 2) ? SampleType.Float32 : SampleType.Float64;
        bool isSigned = types.Any(IsSigned);
        int bits = types.Max(type => (SampleArray.SizeOf(type) * 8) + (isSigned && !IsSigned(type) ? 1 : 0));
        return bits > 64 ? SampleType.Float64 : SampleArray.TypeOf(bits, isSigned);
    }

    /// <summary>The type of rescaled values: an exact integer type of at most 32 bits, else a floating-point type.</summary>
    /// <param name="meanings">The sample meanings of the frames.</param>
    /// <param name="isReal">Whether integers are not used, except for tables.</param>
    private static SampleType RescaledType(SampleMeaning[] meanings, bool isReal)
    {
        if (meanings.All(meaning => meaning.HasTable)) return SampleType.UInt16;
        bool isWhole = !isReal && meanings.All(meaning => !IsReal(meaning.Type) && meaning.Bits < 32 && IsWhole(meaning.Slope) && IsWhole(meaning.Intercept));
        if (isWhole)
        {
            ValueRange[] ranges = [.. meanings.Select(RangeOf)];
            if (SampleArray.TypeOfRange(ranges.Min(range => range.Minimum), ranges.Max(range => range.Maximum)) is { } whole) return whole;
        }

        return meanings.Any(meaning => meaning.Type == SampleType.Float64 || (meaning.Type != SampleType.Float32 && meaning.Bits > BitsOfSingle))
            ? SampleType.Float64
            : SampleType.Float32;
    }

    private static ValueRange RangeOf(SampleMeaning meaning)
    {
        if (meaning.HasTable) return new ValueRange(0, ushort.MaxValue);
        ValueRange stored = ValueRange.OfBits(meaning.Bits, IsSigned(meaning.Type));
        double a = (stored.Minimum * meaning.Slope) + meaning.Intercept, b = (stored.Maximum * meaning.Slope) + meaning.Intercept;
        return new ValueRange(Math.Min(a, b), Math.Max(a, b));
    }

    private static bool IsReal(SampleType type) => type is SampleType.Float32 or SampleType.Float64;

    private static bool IsSigned(SampleType type) => type is SampleType.Int8 or SampleType.Int16 or SampleType.Int32 or SampleType.Int64;

    private static bool IsWhole(double number) => number == Math.Floor(number);
}
