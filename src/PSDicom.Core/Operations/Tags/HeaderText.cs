using System.Collections.Generic;
using PSDicom.Query;

namespace PSDicom.Operations.Tags;

/// <summary>Elements of a header that a user wants to have in a picture, as text.</summary>
internal sealed class HeaderText
{
    private HeaderText(IReadOnlyList<KeyValuePair<string, string>> elements, DicomWarning? warning)
    {
        Elements = elements;
        Warning = warning;
    }

    /// <summary>Names and values, in the order in which they are named. Elements that the file does not have are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Elements { get; }

    /// <summary>Which values are left out because they are too long; null if none.</summary>
    public DicomWarning? Warning { get; }

    /// <summary>Reads elements, up to <see cref="DicomLimits.MaxTextOfPicture"/> characters together: each frame may be a picture with all of it.</summary>
    public static HeaderText Read(DicomFile file, TagQuery? tags)
    {
        var elements = new List<KeyValuePair<string, string>>();
        if (tags is null) return new HeaderText(elements, null);
        int left = DicomLimits.MaxTextOfPicture;
        string? omitted = null;
        int count = 0;
        foreach (DicomTagValue row in TagReader.RowsOf(file, new TagReadOptions { Tags = tags }, default))
        {
            if (row.RawValue is not { } value) continue;
            int length = row.TagPath.Length + value.Length;
            if (length <= left)
            {
                left -= length;
                elements.Add(new KeyValuePair<string, string>(row.TagPath, value));
                continue;
            }

            omitted ??= row.TagPath;
            count++;
        }

        return new HeaderText(elements, omitted is null ? null : new DicomWarning(
            $"Pictures have at most {DicomLimits.MaxTextOfPicture} characters of text: {(count == 1 ? "1 value is" : $"{count} values are")} left out.",
            tagPath: omitted));
    }
}
