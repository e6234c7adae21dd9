using System.Threading;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Operations.Tags;

/// <summary>Reads the header of files: the elements before the pixel data.</summary>
public static class HeaderReader
{
    /// <summary>Opens a file, reads its header or only some elements, and closes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tags">The elements to read; null for all up to the pixel data. Sequences are read with all elements of their items.</param>
    /// <param name="characterSet">The character set of the text; null for the one that the file declares.</param>
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
