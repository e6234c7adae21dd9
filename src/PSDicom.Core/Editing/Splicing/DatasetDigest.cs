using System.Threading;
using PSDicom.Data;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Editing.Splicing;

/// <summary>Reads a data set and makes its digest.</summary>
internal static class DatasetDigest
{
    /// <summary>The digest of a data set, and its end.</summary>
    /// <param name="window">The file, or the inflated data set.</param>
    /// <param name="start">The position of the first element.</param>
    /// <param name="encoding">The encoding.</param>
    /// <param name="group">The only group to read; null for all.</param>
    /// <param name="end">The position after the last element.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static ulong Of(ByteWindow window, long start, DicomEncoding encoding, ushort? group, out long end, CancellationToken cancellation)
    {
        var digest = new TokenDigest();
        var tokenizer = new DicomTokenizer(window, start, encoding, []);
        var budget = new ReadingBudget(() => window.BytesRead, cancellation);
        while ((group is not { } only || tokenizer.IsAtGroup(only)) && tokenizer.Read())
        {
            budget.SpendStep();
            digest.Add(tokenizer);
        }

        end = tokenizer.Position;
        return digest.Value;
    }
}
