using System.Threading;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Operations.Tags;

/// <summary>Reads the header of files: what comes before the pixel data.</summary>
public static class HeaderReader
{
    /// <summary>Opens a file, reads its header or only the elements named, and closes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tags">The elements to read; null for all up to the pixel data. The items of a sequence that is named are read whole.</param>
    /// <param name="characterSet">The character set of the text, instead of the one that the file says; null for that.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <inheritdoc cref="DicomFile.Open(string, DicomReadOptions?, CancellationToken)" path="/exception"/>
    public static DicomFile Read(string path, TagQuery? tags, CharacterSet? characterSet, CancellationToken cancellation)
    {
        ITagSelection? selection = tags?.Selection;
        var options = new DicomReadOptions
        {
            Selection = selection,
            Query = tags,
            StopAtPixelData = selection is null || selection.Last <= DicomTag.PixelData,
            CharacterSet = characterSet,
        };
        return DicomFile.Open(path, options, cancellation);
    }
}
