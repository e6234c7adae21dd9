using System;
using System.Linq;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;
using PSDicom.Volumes;
using PSDicom.Volumes.Formats;
using static PSDicom.Operations.Volumes.StackText;

namespace PSDicom.Operations.Volumes;

/// <summary>
/// What goes into the voxels: stored values with one slope and one intercept for all of them, where the format has a place for these; or what
/// stored values stand for, in a type that has it exactly, or else as reals.
/// </summary>
internal sealed class VolumeValues
{
    /// <summary>Bits that a 32-bit real has exactly.</summary>
    private const int BitsOfSingle = 24;

    private VolumeValues(SampleType type) => Type = type;

    /// <summary>The type of a sample; of colours, as far as it shows without decoding.</summary>
    public SampleType Type { get; }

    /// <summary>Whether pixels have colours.</summary>
    public bool IsColor { get; private init; }

    /// <summary>Whether each frame's stored values become what they stand for.</summary>
    public bool IsRescaled { get; private init; }

    /// <summary>What samples are to be multiplied by.</summary>
    public double Slope { get; private init; } = 1;

    /// <summary>What is then to be added.</summary>
    public double Intercept { get; private init; }

    /// <summary>The unit that all frames have; null if they do not tell, or differ.</summary>
    public string? Unit { get; private init; }

    /// <summary>Decides by the headers of all frames.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="format">The format of the file.</param>
    /// <exception cref="DicomException">Some frames tell what their stored values stand for, or have colours, and others do not.</exception>
    public static VolumeValues Of(DicomStack stack, VolumeFileFormat format)
    {
        SampleMeaning[] meanings = [.. stack.Frames.Select(frame => frame.Meaning).Distinct()];
        if (meanings.Select(meaning => meaning.IsColor).Distinct().Skip(1).Any())
            throw new DicomException(DicomErrorReason.InvalidPixelData, $"{Name(stack)}: some frames have colours, and others are grey.", tagPath: "PhotometricInterpretation");
        if (meanings[0].IsColor) return new VolumeValues(meanings[0].Type) { IsColor = true };
        if (meanings.Select(meaning => meaning.IsTold).Distinct().Skip(1).Any())
        {
            int untold = stack.Frames.Count(frame => !frame.Meaning.IsTold);
            throw new DicomException(
                DicomErrorReason.MissingRescale,
                Invariant("{0}: {1} of {2} frames do not tell what their stored values stand for, and the others do.", Name(stack), untold, stack.FrameCount),
                tagPath: "RescaleSlope");
        }

        string? unit = meanings.All(meaning => meaning.Unit == meanings[0].Unit) ? meanings[0].Unit : null;
        bool isOneSlope = !meanings.Any(meaning => meaning.HasTable) && !meanings.Select(meaning => (meaning.Slope, meaning.Intercept)).Distinct().Skip(1).Any();
        (double slope, double intercept) = (meanings[0].Slope, meanings[0].Intercept);
        bool isIdentity = isOneSlope && slope == 1 && intercept == 0;
        if (isIdentity || (isOneSlope && format.HasSlope)) return new VolumeValues(CommonType(meanings)) { Slope = slope, Intercept = intercept, Unit = unit };
        return new VolumeValues(RescaledType(meanings, format.HasSlope)) { IsRescaled = true, Unit = unit };
    }

    /// <summary>The type that has all stored values.</summary>
    private static SampleType CommonType(SampleMeaning[] meanings)
    {
        SampleType[] types = [.. meanings.Select(meaning => meaning.Type).Distinct()];
        if (types.Length == 1) return types[0];
        if (types.Any(IsReal)) return types.All(type => IsReal(type) ? type == SampleType.Float32 : SampleArray.SizeOf(type) <= 2) ? SampleType.Float32 : SampleType.Float64;
        bool isSigned = types.Any(IsSigned);
        int bits = types.Max(type => (SampleArray.SizeOf(type) * 8) + (isSigned && !IsSigned(type) ? 1 : 0));
        return bits > 64 ? SampleType.Float64 : SampleArray.TypeOf(bits, isSigned);
    }

    /// <summary>The type of what stored values stand for: whole numbers if each frame gives these and a type of 32 bits has them, else reals.</summary>
    /// <param name="meanings">What the frames have.</param>
    /// <param name="isReal">Whether it is reals in any case, but for tables.</param>
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
