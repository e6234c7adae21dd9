using System.Collections.Generic;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO.Sources;
using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>Reads a file: layout, file meta information, then the data set in its actual encoding.</summary>
internal static class DicomReader
{
    /// <summary>Enough for most headers, and hardly slower than a smaller read.</summary>
    private const int FirstReadOfHeader = 8 * 1024;

    /// <summary>
    /// Enough for the elements up to group 0020, which most queries are for, in 99 of 100 files of many vendors.
    /// </summary>
    private const int FirstReadOfLowGroups = 4 * 1024;

    private const int LastLowGroup = 0x0020;

    private const long UnknownLength = -1;

    /// <summary>The whole file meta information, to its exact end, and nothing of the data set.</summary>
    private static readonly DicomReadOptions OnlyParts = new() { Selection = new TagSet([TagMask.Of(DicomTag.TransferSyntaxUID)]) };

    public static DicomFile Read(ByteSource source, IValueSource values, string? path, DicomReadOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var warnings = new List<DicomWarning>();
        using var window = new ByteWindow(source, options.Selection?.Last.Group <= LastLowGroup ? FirstReadOfLowGroups : FirstReadOfHeader, cancellation);
        long start = FileLayout.FindFirstElement(window);

        var store = new ValueStore(values, options.CharacterSet);
        var budget = new ReadingBudget(() => window.BytesRead, cancellation);
        var meta = new DicomDataset(store);
        DicomEncoding encodingOfMeta = FileLayout.FindEncoding(window, start, DicomEncoding.ExplicitLittleEndian);
        long position = ReadMeta(window, start, encodingOfMeta, meta, options.OfMeta, budget, warnings, cancellation);
        string? uid = meta.GetText(DicomTag.TransferSyntaxUID);
        DicomTransferSyntax? syntax = uid is null ? null : DicomTransferSyntax.Find(uid);
        if (position > start && window.Get(position, 1).IsEmpty)
            warnings.Add(new DicomWarning(DicomWarningKind.Truncated, "The file ends where its data set should begin.", position));

        DicomDataset dataset;
        DicomEncoding encoding;
        bool isDeflated = IsDeflated(source, window, position, syntax, warnings);
        if (isDeflated)
        {
            InflatedByteSource inflated = Inflater.Inflate(source, position, warnings, cancellation);
            budget = inflated.Budget;
            using var inflatedWindow = new ByteWindow(inflated, FirstReadOfHeader, cancellation);
            dataset = new DicomDataset(new ValueStore(new OpenValueSource(inflated, budget), options.CharacterSet));
            encoding = ReadDataset(inflatedWindow, 0, syntax, dataset, options, budget, warnings, cancellation);
        }
        else
        {
            dataset = new DicomDataset(store);
            encoding = ReadDataset(window, position, syntax, dataset, options, budget, warnings, cancellation);
        }

        dataset.Store.Trim();
        dataset.Store.Share = budget.Share;
        DicomWarning? damage = warnings.Count > 0 ? warnings[0] : null;
        if (options.Observer is null)
        {
            ValueWarnings.AddTo(warnings, meta);
            ValueWarnings.AddTo(warnings, dataset);
        }

        syntax ??= uid is null ? Default(encoding) : new DicomTransferSyntax(uid, encoding.IsExplicit, encoding.IsBigEndian, encoding.IsBigEndian);
        return new DicomFile(path, options.OnlySelection ? UnknownLength : source.Length, syntax, meta, dataset, warnings, options)
        {
            Damage = damage, BytesRead = budget.BytesRead, Parts = new FileParts(start, position, encodingOfMeta, encoding, isDeflated),
        };
    }

    /// <summary>Where the parts of a file are, and how their elements are encoded, as every reader of it finds them.</summary>
    /// <exception cref="DicomException">The file is not DICOM, or cannot be read further.</exception>
    public static FileParts FindParts(ByteSource source, CancellationToken cancellation) =>
        Read(source, new OpenValueSource(source), null, OnlyParts, cancellation).Parts;

    /// <summary>Reads group 0002, whatever its group length (PS3.10 section 7.1).</summary>
    /// <returns>The start of the data set.</returns>
    private static long ReadMeta(
        ByteWindow window,
        long start,
        DicomEncoding encoding,
        DicomDataset meta,
        DicomReadOptions options,
        ReadingBudget budget,
        List<DicomWarning> warnings,
        CancellationToken cancellation)
    {
        var tokenizer = new DicomTokenizer(window, start, encoding, warnings);
        new DatasetReader(tokenizer, options, budget, cancellation).ReadInto(meta, group: 0x0002);
        return tokenizer.Position;
    }

    private static DicomEncoding ReadDataset(
        ByteWindow window,
        long position,
        DicomTransferSyntax? syntax,
        DicomDataset dataset,
        DicomReadOptions options,
        ReadingBudget budget,
        List<DicomWarning> warnings,
        CancellationToken cancellation)
    {
        DicomEncoding declared = syntax is null ? DicomEncoding.ExplicitLittleEndian : new DicomEncoding(syntax.IsExplicitVR, syntax.IsBigEndian);
        DicomEncoding encoding = FileLayout.FindEncoding(window, position, declared);
        if (syntax is not null && !encoding.Equals(declared))
            warnings.Add(new DicomWarning(DicomWarningKind.TransferSyntaxWrong, $"The transfer syntax of the file is {syntax.Name}, but its elements are {encoding} and were read as such.", position));
        new DatasetReader(new DicomTokenizer(window, position, encoding, warnings), options, budget, cancellation).ReadInto(dataset);
        return encoding;
    }

    /// <summary>Whether the data set is deflated; in some files the transfer syntax is wrong about it.</summary>
    private static bool IsDeflated(ByteSource source, ByteWindow window, long position, DicomTransferSyntax? syntax, List<DicomWarning> warnings)
    {
        bool isDeclared = syntax is { IsDeflated: true };
        bool isDeflated = isDeclared ? !FileLayout.LooksLikeElement(window, position) : FileLayout.IsDeflated(source, window, position);
        if (isDeflated != isDeclared)
            warnings.Add(new DicomWarning(DicomWarningKind.TransferSyntaxWrong, isDeclared ? "The transfer syntax says that the data set is deflated, but it is not." : "The data set is deflated, but the transfer syntax does not say so.", position));
        return isDeflated;
    }

    private static DicomTransferSyntax Default(DicomEncoding encoding) =>
        encoding.IsBigEndian ? DicomTransferSyntax.ExplicitVRBigEndian
        : encoding.IsExplicit ? DicomTransferSyntax.ExplicitVRLittleEndian
        : DicomTransferSyntax.ImplicitVRLittleEndian;
}
