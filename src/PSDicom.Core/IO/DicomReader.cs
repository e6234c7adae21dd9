using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Data;

namespace PSDicom.IO;

/// <summary>Reads a file: layout, file meta information, then the data set in the encoding that the file has.</summary>
internal static class DicomReader
{
    /// <summary>What holds most headers whole, and costs hardly more than a smaller read.</summary>
    private const int FirstReadOfHeader = 8 * 1024;

    /// <summary>
    /// What holds what comes before the end of group 0020, where nearly all that is asked for lies: of 99 files of 100 of many vendors.
    /// </summary>
    private const int FirstReadOfLowGroups = 4 * 1024;

    private const int LastLowGroup = 0x0020;

    private const long UnknownLength = -1;

    public static DicomFile Read(ByteSource source, IValueSource values, string? path, DicomReadOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var warnings = new List<DicomWarning>();
        using var window = new ByteWindow(source, options.Selection?.Last.Group <= LastLowGroup ? FirstReadOfLowGroups : FirstReadOfHeader, cancellation);
        long start = FileLayout.FindFirstElement(window);

        var store = new ValueStore(values, options.CharacterSet);
        var meta = new DicomDataset(store);
        long position = ReadMeta(window, start, meta, options.OfMeta, warnings, cancellation);
        string? uid = meta.GetText(MetaSelection.TransferSyntaxUID);
        DicomTransferSyntax? syntax = uid is null ? null : DicomTransferSyntax.Find(uid);
        DicomEncoding declared = syntax is null
            ? DicomEncoding.ExplicitLittleEndian
            : new DicomEncoding(syntax.IsExplicitVR, syntax.IsBigEndian);

        DicomDataset dataset;
        DicomEncoding encoding;
        if (syntax is { IsDeflated: true } && !IsInflated(window, position))
        {
            MemoryByteSource inflated = Inflater.Inflate(source, position, warnings, cancellation);
            using var inflatedWindow = new ByteWindow(inflated, FirstReadOfHeader, cancellation);
            dataset = new DicomDataset(new ValueStore(inflated, options.CharacterSet));
            encoding = ReadDataset(inflatedWindow, 0, declared, dataset, options, warnings, cancellation);
        }
        else
        {
            dataset = new DicomDataset(store);
            encoding = ReadDataset(window, position, declared, dataset, options, warnings, cancellation);
        }

        dataset.Store.Trim();
        DicomWarning? damage = warnings.Count > 0 ? warnings[0] : null;
        ValueWarnings.AddTo(warnings, meta);
        ValueWarnings.AddTo(warnings, dataset);
        syntax ??= uid is null ? Default(encoding) : new DicomTransferSyntax(uid, encoding.IsExplicit, encoding.IsBigEndian, encoding.IsBigEndian);
        return new DicomFile(path, options.OnlySelection ? UnknownLength : source.Length, syntax, meta, dataset, warnings, options) { Damage = damage };
    }

    /// <summary>Reads group 0002, however long it says it is (PS3.10 section 7.1).</summary>
    /// <returns>Where the data set begins.</returns>
    private static long ReadMeta(
        ByteWindow window, long start, DicomDataset meta, DicomReadOptions options, List<DicomWarning> warnings, CancellationToken cancellation)
    {
        DicomEncoding encoding = FileLayout.FindEncoding(window, start, DicomEncoding.ExplicitLittleEndian);
        var tokenizer = new DicomTokenizer(window, start, encoding, warnings);
        new DatasetReader(tokenizer, options, cancellation).ReadInto(meta, group: 0x0002);
        return tokenizer.Position;
    }

    private static DicomEncoding ReadDataset(
        ByteWindow window,
        long position,
        DicomEncoding declared,
        DicomDataset dataset,
        DicomReadOptions options,
        List<DicomWarning> warnings,
        CancellationToken cancellation)
    {
        DicomEncoding encoding = FileLayout.FindEncoding(window, position, declared);
        new DatasetReader(new DicomTokenizer(window, position, encoding, warnings), options, cancellation).ReadInto(dataset);
        return encoding;
    }

    /// <summary>Some files say that they are deflated and are not: then an explicit element of a low group is there.</summary>
    private static bool IsInflated(ByteWindow window, long position)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 8);
        return bytes.Length == 8 && bytes[1] == 0 && bytes[0] <= 0x10 && DicomVR.Find(bytes[4], bytes[5]) is not null;
    }

    private static DicomTransferSyntax Default(DicomEncoding encoding) =>
        encoding.IsBigEndian ? DicomTransferSyntax.ExplicitVRBigEndian
        : encoding.IsExplicit ? DicomTransferSyntax.ExplicitVRLittleEndian
        : DicomTransferSyntax.ImplicitVRLittleEndian;
}
