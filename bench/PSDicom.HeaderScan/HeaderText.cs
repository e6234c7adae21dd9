using PSDicom.Operations.Tags;
using PSDicom.Query;

namespace PSDicom.Bench;

/// <summary>Reads every value of a file as text.</summary>
internal static class HeaderText
{
    private static readonly TagReadOptions FourTags = new()
    {
        Tags = TagQuery.Parse(["PatientID", "Modality", "StudyDate", "SeriesInstanceUID"]),
    };

    private static readonly DicomTag PixelData = new(0x7FE0_0010);
    private static readonly TagReadOptions AllTags = new() { Nested = true };

    /// <summary>Four tags; reading stops after the last.</summary>
    /// <returns>The number of tags with text.</returns>
    public static int ReadFour(string path) =>
        TagReader.Read(path, FourTags, CancellationToken.None, out _).Count(row => row.RawValue is { Length: > 0 });

    /// <summary>All elements before the pixel data, those in sequences too.</summary>
    /// <returns>The number of elements.</returns>
    public static int ReadAll(string path)
    {
        DicomFile file = HeaderReader.Read(path, tags: null, characterSet: null, CancellationToken.None);
        int count = 0, characters = 0;
        foreach (DicomTagValue row in TagReader.Read(file, AllTags))
        {
            if (row.GetElement()!.Tag == PixelData) break;
            characters += row.RawValue?.Length ?? 0;
            count++;
        }

        return characters > 0 ? count : 0;
    }
}
