using PSDicom.Pixels;

namespace PSDicom.Fuzz;

/// <summary>The frame that a file says it has, which is what was asked for, though it may be refused or made into a small picture.</summary>
internal static class DeclaredFrame
{
    /// <summary>Colors of an index into a palette.</summary>
    private const int PaletteColors = 3;

    /// <summary>Its bytes, as far as so many bytes of a file may have that many, and with a palette those of its colors.</summary>
    public static long LengthOf(DicomFile file, int inputLength)
    {
        PixelFormat format = PixelFormat.Read(file.Dataset);
        long length = (long)(format.Rows ?? 1) * (format.Columns ?? 1) * (format.SamplesPerPixel ?? 1) * ((format.BitsAllocated ?? 8) + 7) / 8;
        length = Math.Min(length, DicomLimits.MinimumDecoded + (inputLength * (long)DicomLimits.MaxDecodedPerByte));
        return format.PhotometricInterpretation == PhotometricInterpretations.Palette ? length * PaletteColors : length;
    }
}
