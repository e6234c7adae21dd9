using PSDicom.Core.Tests.Operations;
using PSDicom.Operations.Conversion;
using PSDicom.Operations.Targets;
using PSDicom.Query;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>
/// Each real image becomes one of each lossless transfer syntax that allows it: its frames decode to the same values, its other elements are
/// the same, and back in its own encoding, it is the same data set.
/// </summary>
public class ConversionTests
{
    private const int MaxLength = 64 << 10;

    private const int LongValue = 4096;

    /// <summary>What may differ: pixel data with their offset tables, what describes their encoding, and overlays that were in them.</summary>
    private static readonly string[] Encoded =
    [
        "PixelData", "FloatPixelData", "ExtendedOffsetTable", "ExtendedOffsetTableLengths", "EncapsulatedPixelDataValueTotalLength", "PhotometricInterpretation", "PlanarConfiguration",
        "OverlayData", "OverlayBitsAllocated", "OverlayBitPosition",
    ];

    private static readonly DicomErrorReason[] Refusals =
    [
        DicomErrorReason.PixelFormatNotAllowed, DicomErrorReason.FrameDamaged, DicomErrorReason.InvalidPixelData, DicomErrorReason.InvalidCodestream, DicomErrorReason.UnsupportedTransferSyntax,
        DicomErrorReason.EmptyFile, DicomErrorReason.NotDicom, DicomErrorReason.DirectoryNotEditable, DicomErrorReason.Truncated, DicomErrorReason.RewriteFailed, DicomErrorReason.FrameTooLarge,
    ];

    public static TheoryData<string> Targets()
    {
        var names = new TheoryData<string>();
        foreach (DicomTransferSyntax syntax in WritableSyntaxes.All) if (!syntax.IsLossy) names.Add(syntax.Keyword);
        return names;
    }

    [SkippableTheory]
    [MemberData(nameof(Targets))]
    public void Pixels_and_elements_stay_the_same(string target)
    {
        using var folder = new TemporaryFolder();
        var options = new FileConversionOptions { TransferSyntax = WritableSyntaxes.Parse(target), KeepsImplementation = true };
        int converted = 0;
        foreach (string relative in CorpusFolder.RelativePaths())
        {
            string path = Path.Combine(CorpusFolder.Files, relative);
            if (new FileInfo(path).Length > MaxLength) continue;
            string copy = folder.Combine("copy.dcm");
            if (!TryConvert(path, copy, options, out DicomConversion? conversion) || !conversion!.IsChanged) continue;
            converted++;
            DicomFile before = DicomFile.Open(path), after = DicomFile.Open(copy);
            if (conversion.FrameCount > 0 && before.Dataset.GetInteger(DicomTag.Rows) > 0 && before.Dataset.GetInteger(DicomTag.BitsAllocated) > 0) AssertSameFrames(path, copy, conversion);
            AssertSameElements(relative, before, after);
        }

        Assert.InRange(converted, 40, int.MaxValue);
    }

    private static void AssertSameFrames(string path, string copy, DicomConversion conversion)
    {
        bool becameRgb = !conversion.TransferSyntax.IsEncapsulated && conversion.SourceTransferSyntax.IsLossy;
        using var before = new PSDicom.Frames.HashedFrames(PSDicom.Frames.FrameFile.Open(path, default), becameRgb, 1);
        using var after = new PSDicom.Frames.HashedFrames(PSDicom.Frames.FrameFile.Open(copy, default), becameRgb, 1);
        Assert.Equal(before.Count, after.Count);
        for (int frame = 1; frame <= before.Count; frame += Math.Max(1, before.Count / 3)) Assert.Equal(before.Read(frame).Sha256, after.Read(frame).Sha256);
    }

    private static void AssertSameElements(string relative, DicomFile before, DicomFile after)
    {
        static Dictionary<string, string?> Values(DicomFile file)
        {
            var values = new Dictionary<string, string?>();
            foreach (LocatedElement located in DatasetWalk.All(file.Dataset))
            {
                DicomElement element = located.Element;
                bool isSequence = element.VR.Kind == DicomVRKind.Sequence;
                if (element.Tag.IsGroupLength || element.IsEncapsulated || (!isSequence && element.ByteLength > LongValue) || Encoded.Contains(element.Definition?.Keyword)) continue;
                string path = ItemPlace.PathOf(located.Place, element.Tag);
                if (!values.ContainsKey(path)) values.Add(path, element.VR == DicomVR.UN || element.VR.Kind == DicomVRKind.Binary ? $"{element.ByteLength}" : isSequence ? "" : element.RawValue);
            }

            return values;
        }

        // Implicit elements have the representation of the dictionary; half a number cannot be swapped.
        HashSet<string> odd = [.. DatasetWalk.All(before.Dataset)
            .Where(located => IsOtherwiseImplicit(located.Element, after.TransferSyntax) || (located.Element.VR == DicomVR.AT && located.Element.ByteLength % 4 != 0))
            .Select(located => ItemPlace.PathOf(located.Place, located.Element.Tag))];
        Dictionary<string, string?> old = Values(before), now = Values(after);
        foreach (KeyValuePair<string, string?> pair in old)
        {
            Assert.True(now.TryGetValue(pair.Key, out string? value), $"{relative}: {pair.Key} is missing");
            bool lostRepresentation = after.Dataset[before.Dataset.Elements[0].Tag] is not null && pair.Key.IndexOf('(') >= 0;
            Assert.True(value == pair.Value || lostRepresentation || odd.Contains(pair.Key), $"{relative}: {pair.Key} differs: {pair.Value} became {value}");
        }

        Assert.True(now.Count == old.Count, $"{relative}: {now.Count} elements, {old.Count} before");
    }

    private static bool IsOtherwiseImplicit(DicomElement element, DicomTransferSyntax target) =>
        !target.IsExplicitVR && element.Definition is { } known && !known.VRs.Contains(element.VR);

    private static bool TryConvert(string path, string copy, FileConversionOptions options, out DicomConversion? conversion)
    {
        File.Delete(copy);
        using var queue = new FileConversionQueue<string>(options with { Files = options.Files with { Destination = copy } }, 1, default);
        queue.TryAdd(path, path);
        WriteResult<string, ConversionTarget, DicomConversion> result = queue.Take();
        conversion = result.Written;
        if (result.Error is DicomException exception) Assert.Contains(exception.Reason, Refusals);
        else if (result.Error is not null) throw result.Error;
        return conversion is not null;
    }
}
