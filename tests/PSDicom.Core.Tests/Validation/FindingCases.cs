using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;
using PSDicom.Core.Tests.Codecs.Jpeg2000;
using PSDicom.Validation;
using PSDicom.Validation.Modules;

namespace PSDicom.Core.Tests.Validation;

/// <summary>For each kind of finding a file that has it, and one like it that has not.</summary>
internal static class FindingCases
{
    private static readonly byte[] NoTable = [];
    private static readonly DicomTestOptions Strict = new() { IsStrict = true };
    private static readonly DicomTestOptions Pixels = new() { Levels = [DicomTestLevel.Pixels] };

    /// <summary>The cases, by the id of the finding.</summary>
    public static Dictionary<string, FindingCase> All { get; } = new[] { OfFiles(), OfStructure(), OfValues(), OfIdentity(), OfPixels(), OfFrames(), OfModules() }
        .SelectMany(cases => cases).ToDictionary(test => test.Id);

    private static SampleFile Valid => SampleFile.Image();

    private static FindingCase[] OfModules()
    {
        var modules = new DicomTestOptions { Levels = [DicomTestLevel.Module] };
        byte[] valid = ValidObjects.Of("CT").ToFile();
        return
        [
            new(nameof(ModuleFindings.UnknownSOPClass), ValidObjects.Of("CT").With(0x0008_0016, "UI", "1.2.3").ToFile(), valid, modules),
            new(nameof(ModuleFindings.Type1Missing), ValidObjects.Of("CT").Without(0x0028_1053).ToFile(), valid, modules),
            new(nameof(ModuleFindings.Type1Empty), ValidObjects.Of("CT").WithEmpty(0x0028_1053, "DS").ToFile(), valid, modules),
            new(nameof(ModuleFindings.Type2Missing), ValidObjects.Of("CT").Without(0x0010_0030).ToFile(), valid, modules),
            new(nameof(ModuleFindings.ConditionalMissing), ValidObjects.Of("CT").Without(0x0018_5100).ToFile(), valid, modules),
        ];
    }

    private static FindingCase[] OfFiles() =>
    [
        new(nameof(FileFindings.EmptyFile), [], new byte[1]),
        new(nameof(FileFindings.ZeroFilled), new byte[5000], [.. new byte[5000], 1]),
        new(nameof(FileFindings.ZeroFilledEnd), Cut(Noise(), zeros: true), Noise()),
        new(nameof(FileFindings.NotDicom), [.. "This is no DICOM file, but it is called so."u8], Valid.ToBytes()),
        new(nameof(FileFindings.Truncated), Valid.ToBytes()[..^3], Valid.ToBytes()),
        new(nameof(FileFindings.DeflateDamaged), [.. DatasetBuilder.Preamble(), .. Valid.In(DatasetBuilder.DeflatedLittleEndian).Meta(), 7, 7, 7, 7], Valid.In(DatasetBuilder.DeflatedLittleEndian).ToBytes()),
        new(nameof(FileFindings.LimitExceeded), Nested(600), Nested(20)),
        new(nameof(FileFindings.TrailingData), [.. Valid.ToBytes(), .. "and then something else"u8], Valid.ToBytes()),
        new(nameof(FileFindings.FurtherProblems), StrayItems(1200), StrayItems(20)),
        new(nameof(FileFindings.TrailingZeros), [.. Valid.ToBytes(), .. new byte[20]], Valid.ToBytes()),
    ];

    private static FindingCase[] OfStructure() =>
    [
        new(nameof(StructureFindings.PrefixMissing), [.. Valid.Meta(), .. Valid.Dataset()], Valid.ToBytes()),
        new(nameof(StructureFindings.FileMetaMissing), [.. DatasetBuilder.Preamble(), .. Valid.Dataset()], Valid.ToBytes()),
        new(nameof(StructureFindings.FileMetaVersion), Valid.SetBytes(0x0002_0001, "OB", 1, 0), Valid),
        new(nameof(StructureFindings.FileMetaIncomplete), Valid.Remove(0x0002_0012), Valid),
        new(nameof(StructureFindings.FileMetaEncoding), [.. DatasetBuilder.Preamble(), .. Valid.Meta(DatasetBuilder.Implicit()), .. Valid.Dataset()], Valid.ToBytes()),
        new(nameof(StructureFindings.FileMetaInDataset), Valid.Put(0x0010_0000, elements => elements.With(0x0002_0010, "UI", "1.2.3")), Valid),
        new(nameof(StructureFindings.TransferSyntaxMissing), Valid.Remove(0x0002_0010), Valid),
        new(nameof(StructureFindings.TransferSyntaxUnknown), Valid.Set(0x0002_0010, "UI", "1.2.3.4.99"), Valid),
        new(nameof(StructureFindings.TransferSyntaxWrong), Valid.In(DatasetBuilder.ImplicitLittleEndian).Set(0x0002_0010, "UI", DatasetBuilder.ExplicitLittleEndian), Valid),
        new(nameof(StructureFindings.MixedEncoding), Valid.Put(0x0010_0020, _ => Implicit(_, 0x0010_0020, "4711")), Valid),
        new(nameof(StructureFindings.GroupLengthWrong), Valid.Set(0x0008_0000, "UL", 7), Valid.Set(0x0002_0000, "UL", Valid.Meta().Length - 12)),
        new(nameof(StructureFindings.GroupLengthRetired), Valid.Set(0x0008_0000, "UL", 7), Valid, Strict),
        new(nameof(StructureFindings.TagOrder), Valid.Put(0x0010_2000, elements => elements.With(0x0008_0005, "CS", "ISO_IR 100")), Valid),
        new(nameof(StructureFindings.DuplicateElement), Valid.Put(0x0010_0020 + 0.5, elements => elements.With(0x0010_0020, "LO", "4712")), Valid),
        new(nameof(StructureFindings.OddLength), Valid.Put(0x0010_0020, elements => elements.WithHeader(0x0010_0020, "LO", 3).WithBytes("471"u8.ToArray())), Valid),
        new(nameof(StructureFindings.LengthContradiction), Valid.Put(0x0008_1140, ShortItem), Valid.Put(0x0008_1140, elements => elements.WithSequence(0x0008_1140, Reference()))),
        new(nameof(StructureFindings.LengthTooShort), Valid.Put(0x0040_A160, elements => elements.WithBytes(0x40, 0, 0x60, 0xA1, (byte)'U', (byte)'T', 2, 0, (byte)'o', (byte)'k')), Valid.Set(0x0040_A160, "UT", "ok")),
        new(nameof(StructureFindings.DelimiterMissing), Valid.Put(0x0008_1140, elements => elements.WithHeader(0x0008_1140, "SQ", uint.MaxValue).WithItemHeader(uint.MaxValue).WithBytes(Reference().ToBytes()).WithItemDelimiter()), Undefined()),
        new(nameof(StructureFindings.DelimiterUnexpected), Valid.Put(0x0010_0010 + 0.5, elements => elements.WithSequenceDelimiter()), Undefined()),
        new(nameof(StructureFindings.DelimiterLength), Valid.Put(0x0008_1140, elements => elements.WithHeader(0x0008_1140, "SQ", uint.MaxValue).WithItemHeader(uint.MaxValue).WithBytes(Reference().ToBytes()).WithItemDelimiter().WithSequenceDelimiter(4)), Undefined()),
        new(nameof(StructureFindings.StrayItem), Valid.Put(0x0010_0010 + 0.5, elements => elements.WithItemHeader(0)), Valid),
        new(nameof(StructureFindings.ItemsUnexpected), Valid.Put(0x0008_1140, elements => elements.WithUndefinedLength(0x0008_1140, "UT", Reference())), Undefined()),
        new(nameof(StructureFindings.ItemsMissing), Valid.Put(0x0008_1140, elements => elements.WithHeader(0x0008_1140, "SQ", 8).WithBytes(1, 2, 3, 4, 5, 6, 7, 8)), Undefined()),
        new(nameof(StructureFindings.ZeroBytes), Valid.Put(0x0010_0010 + 0.5, elements => elements.WithBytes(new byte[40])), Valid),
        new(nameof(StructureFindings.VRUnknown), Valid.Put(0x0010_0020, elements => elements.WithBytes(0x10, 0, 0x20, 0, (byte)'?', (byte)'?', 4, 0).WithBytes("4711"u8.ToArray())), Valid),
        new(nameof(StructureFindings.VRWrong), Valid.Set(0x0010_0020, "SH", "4711"), Valid.Set(0x0028_0106, "SS", 1)),
        new(nameof(StructureFindings.VRNotNamed), Valid.Set(0x0010_0020, "UN", "4711"), Valid, Strict),
        new(nameof(StructureFindings.ElementNotAllowed), Private("CREATOR").Set(0x0009_0002, "LO", "x"), Private("CREATOR")),
        new(nameof(StructureFindings.ElementUnknown), Valid.Set(0x0008_0003, "LO", "x"), Valid, Strict),
        new(nameof(StructureFindings.ElementRetired), Valid.Set(0x0008_0040, "US", 1), Valid, Strict),
        new(nameof(StructureFindings.PrivateCreatorMissing), Private("CREATOR").Remove(0x0009_0010), Private("CREATOR")),
    ];

    private static FindingCase[] OfValues() =>
    [
        new(nameof(ValueFindings.ValueMultiplicity), Valid.Set(0x0010_0020, "LO", @"47\11"), Valid.Set(0x0008_0008, "CS", @"A\B\C\D")),
        new(nameof(ValueFindings.ValueByteLength), Valid.SetBytes(0x0018_9073, "FD", 1, 2, 3, 4), Valid.Set(0x0018_9073, "FD", 1)),
        new(nameof(ValueFindings.NumberAsText), Valid.SetBytes(0x0018_9073, "FD", [.. "12.5    "u8]), Valid.Set(0x0018_9073, "FD", 12.5)),
        new(nameof(ValueFindings.ValueTooLong), Valid.Set(0x0008_0050, "SH", "SEVENTEEN LETTERS"), Valid.Set(0x0008_0050, "SH", "SIXTEEN LETTERS ")),
        new(nameof(ValueFindings.ValueCharacters), Valid.Set(0x0008_0060, "CS", "ot"), Valid),
        new(nameof(ValueFindings.ValueForm), Valid.Set(0x0008_0020, "DA", "20240230"), Valid),
        new(nameof(ValueFindings.ValueRange), Valid.Set(0x0020_0013, "IS", "2147483648"), Valid.Set(0x0020_0013, "IS", "2147483647")),
        new(nameof(ValueFindings.ValuePadding), Valid.SetBytes(0x0008_0060, "CS", (byte)'O', (byte)'T', (byte)'X', 0), Valid),
        new(nameof(ValueFindings.DecimalComma), Valid.Set(0x0018_0050, "DS", "1,5"), Valid.Set(0x0018_0050, "DS", "1.5")),
        new(nameof(ValueFindings.UIDInvalid), Valid.Set(0x0020_0052, "UI", "1.2.03"), Valid.Set(0x0020_0052, "UI", "1.2.30")),
        new(nameof(ValueFindings.CharacterSetUnknown), Valid.Set(0x0008_0005, "CS", "ISO_IR 4711"), Valid.Set(0x0008_0005, "CS", "ISO_IR 100")),
        new(nameof(ValueFindings.CharacterSetMissing), Valid.Set(0x0010_0010, "PN", "M\u00FCller"), Valid.Set(0x0008_0005, "CS", "ISO_IR 100").Set(0x0010_0010, "PN", "M\u00FCller")),
        new(nameof(ValueFindings.CharacterSetWrong), Valid.Set(0x0008_0005, "CS", "ISO_IR 192").Set(0x0010_0010, "PN", "M\u00FCller \u00FC"), Valid.Set(0x0008_0005, "CS", "ISO_IR 192").Set(0x0010_0010, "PN", "M\u00C3\u00BCller")),
        new(nameof(ValueFindings.CharacterSetDeviation), Valid.Set(0x0008_0005, "CS", "ISO_IR 100").Set(0x0010_0010, "PN", "M\u0080ller"), Valid.Set(0x0008_0005, "CS", "ISO_IR 100").Set(0x0010_0010, "PN", "M\u00FCller")),
    ];

    private static FindingCase[] OfIdentity() =>
    [
        new(nameof(IdentityFindings.SOPClassUIDMissing), Valid.Remove(0x0008_0016), Valid),
        new(nameof(IdentityFindings.SOPInstanceUIDMissing), Valid.Remove(0x0008_0018), Directory()),
        new(nameof(IdentityFindings.StudyInstanceUIDMissing), Valid.Remove(0x0020_000D), SampleFile.Object("1.2.840.10008.5.1.4.38.1").Remove(0x0020_000D)),
        new(nameof(IdentityFindings.SeriesInstanceUIDMissing), Valid.Remove(0x0020_000E), Directory()),
        new(nameof(IdentityFindings.SOPClassUIDDiffers), Valid.Set(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2"), Valid),
        new(nameof(IdentityFindings.SOPInstanceUIDDiffers), Valid.Set(0x0008_0018, "UI", "1.2.3.4.6"), Valid),
        new(nameof(IdentityFindings.UIDNotUnique), Valid.Set(0x0020_000E, "UI", "1.2.3.4.1"), Valid),
    ];

    private static FindingCase[] OfPixels() =>
    [
        new(nameof(PixelFindings.PixelDataMissing), Valid.Remove(0x7FE0_0010), SampleFile.Object("1.2.840.10008.5.1.4.1.1.88.11")),
        new(nameof(PixelFindings.PixelDataTwice), Valid.SetBytes(0x7FE0_0008, "OF", new byte[64]), Valid),
        new(nameof(PixelFindings.PixelFormatIncomplete), Valid.Remove(0x0028_0101), Valid),
        new(nameof(PixelFindings.PixelFormatContradiction), Valid.Set(0x0028_0101, "US", 9), Valid),
        new(nameof(PixelFindings.PixelDataVR), SampleFile.Image().Set(0x0028_0100, "US", 16).Set(0x0028_0101, "US", 16).Set(0x0028_0102, "US", 15).SetBytes(0x7FE0_0010, "OB", new byte[32]), Valid),
        new(nameof(PixelFindings.PixelDataShort), Valid.SetBytes(0x7FE0_0010, "OW", new byte[14]), Valid),
        new(nameof(PixelFindings.PixelDataLong), Valid.SetBytes(0x7FE0_0010, "OW", new byte[18]), Valid),
        new(nameof(PixelFindings.PixelDataEncapsulation), Rle(NoTable, Frame()).In(DatasetBuilder.ExplicitLittleEndian), Rle(NoTable, Frame())),
        new(nameof(PixelFindings.FrameCountWrong), Valid.Set(0x0028_0008, "IS", "3").SetBytes(0x7FE0_0010, "OW", new byte[32]), Valid.Set(0x0028_0008, "IS", "2").SetBytes(0x7FE0_0010, "OW", new byte[32])),
        new(nameof(PixelFindings.FramesNotSeparable), Frames(2, NoTable, [1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]).In(DatasetBuilder.JpegBaseline), Frames(2, NoTable, Frame(), Frame())),
        new(nameof(PixelFindings.FrameEmpty), Frames(2, NoTable, Frame(), []), Frames(2, NoTable, Frame(), Frame())),
        new(nameof(PixelFindings.OffsetTableWrong), Frames(2, [0, 0, 0, 0, 8, 0, 0, 0], Frame(), Frame()), Frames(2, [0, 0, 0, 0, (byte)(Frame().Length + 8), 0, 0, 0], Frame(), Frame())),
        new(nameof(PixelFindings.OffsetTableMissing), Rle(Frame()), Rle(NoTable, Frame())),
        new(nameof(PixelFindings.OffsetTablesBoth), Extended(new byte[4], Frame().Length), Extended(NoTable, Frame().Length)),
        new(nameof(PixelFindings.CodestreamUnreadable), J2k([0xFF, 0x4F, 0xFF, 0x51, 0, 4, 0, 0]), J2k(Stream())),
        new(nameof(PixelFindings.CodestreamOther), J2k(Stream()).In(SampleFile.Rle), J2k(Stream())),
        new(nameof(PixelFindings.CodestreamSize), J2k(Stream()).Set(0x0028_0010, "US", 5), J2k(Stream())),
        new(nameof(PixelFindings.CodestreamSamples), J2k(Stream()).Set(0x0028_0002, "US", 3), J2k(Stream())),
        new(nameof(PixelFindings.CodestreamBits), J2k(Color()).Set(0x0028_0100, "US", 16).Set(0x0028_0101, "US", 16), J2k(Color())),
        new(nameof(PixelFindings.CodestreamSign), J2k(Stream(isSigned: true)), J2k(Stream(isSigned: true)).Set(0x0028_0103, "US", 1)),
        new(nameof(PixelFindings.CodestreamColor), J2k(Color()).Set(0x0028_0004, "CS", "YBR_FULL"), J2k(Color()).Set(0x0028_0004, "CS", "YBR_RCT")),
    ];

    private static FindingCase[] OfFrames() =>
    [
        new(nameof(PixelFindings.FrameUndecodable), Frames(2, NoTable, Frame(), [1, 2]), Frames(2, NoTable, Frame(), Frame()), Pixels),
        new(nameof(PixelFindings.FrameDamaged), Frames(2, NoTable, Frame(), Frame()[..^4]), Frames(2, NoTable, Frame(), Frame()), Pixels),
        new(nameof(PixelFindings.CodestreamEnd), Jpeg(cut: 2), Jpeg(cut: 0), Pixels),
        new(nameof(PixelFindings.FrameNotSupported), Rle(NoTable, [1, 2, 3, 4]).In(SampleFile.Mpeg2), Rle(NoTable, Frame()), Pixels),
    ];

    private static byte[] Frame() => SampleFile.RleFrame();

    private static SampleFile Rle(params byte[][] fragments) => SampleFile.RleImage(fragments);

    private static SampleFile Frames(int count, params byte[][] fragments) => Rle(fragments).Set(0x0028_0008, "IS", $"{count}");

    private static SampleFile Extended(byte[] basic, int length) => Rle(basic, Frame())
        .SetBytes(0x7FE0_0001, "OV", new byte[8])
        .Set(0x7FE0_0002, "OV", length);

    private static SampleFile J2k(byte[] stream)
    {
        SampleFile file = Rle(NoTable, stream.Length % 2 == 0 ? stream : [.. stream, 0]).In(SampleFile.Jpeg2000Lossless);
        bool isColor = stream.Length > 41 && stream[41] == 3;
        return isColor ? file.Set(0x0028_0002, "US", 3).Set(0x0028_0004, "CS", "YBR_RCT").Set(0x0028_0006, "US", 0) : file;
    }

    private static byte[] Stream(bool isSigned = false) =>
        new ReferenceJpeg2000Encoder(new StreamOptions { Levels = 1 }, 4, 4, [new PictureComponent(8, isSigned)]).Encode((_, x, y) => x + y);

    private static byte[] Color() => new ReferenceJpeg2000Encoder(
        new StreamOptions { Levels = 1, HasColorTransform = true }, 4, 4, [new PictureComponent(8, false), new PictureComponent(8, false), new PictureComponent(8, false)]).Encode((_, x, y) => x + y);

    private static SampleFile Jpeg(int cut)
    {
        var stream = new EncodedBytes();
        var format = new FrameFormat { Shape = new FrameShape(4, 4, 1, 1), BitsAllocated = 8, BitsStored = 8, PhotometricInterpretation = "MONOCHROME2" };
        new JpegLosslessEncoder(isFirstOrder: true).Encode(new byte[16], format, FrameEncodingOptions.Default, stream);
        byte[] frame = stream.Memory.ToArray()[..^cut];
        return Rle(NoTable, frame.Length % 2 == 0 ? frame : [.. frame, 0]).In(DicomTransferSyntax.JPEGLosslessSV1UID);
    }

    private static SampleFile Private(string creator) => Valid.Set(0x0009_0010, "LO", creator).Set(0x0009_1001, "LO", "x");

    private static SampleFile Undefined() => Valid.Put(0x0008_1140, elements => elements.WithUndefinedLengthSequence(0x0008_1140, Reference()));

    private static SampleFile Directory() => SampleFile.Object("1.2.840.10008.1.3.10")
        .Remove(0x0008_0016).Remove(0x0008_0018).Remove(0x0020_000D).Remove(0x0020_000E)
        .Put(0x0004_1220, elements => elements.WithSequence(0x0004_1220));

    private static DatasetBuilder Reference() => new DatasetBuilder().With(0x0008_1150, "UI", SampleFile.SecondaryCapture).With(0x0008_1155, "UI", "1.2.3.4.9");

    /// <summary>A sequence of defined length with an item whose length leaves out its second element.</summary>
    private static void ShortItem(DatasetBuilder elements)
    {
        byte[] content = Reference().ToBytes();
        elements.WithHeader(0x0008_1140, "SQ", (uint)content.Length + 8).WithItemHeader((uint)content.Length - 18).WithBytes(content);
    }

    private static void Implicit(DatasetBuilder elements, uint tag, string text) => elements.WithBytes(DatasetBuilder.Implicit().With(tag, "LO", text).ToBytes());

    private static byte[] Nested(int depth)
    {
        DatasetBuilder item = Reference();
        for (int i = 0; i < depth; i++) item = new DatasetBuilder().WithSequence(0x0008_1140, item);
        return Valid.Put(0x0008_1140, elements => elements.WithSequence(0x0008_1140, item)).ToBytes();
    }

    private static byte[] StrayItems(int count) => Valid.Put(0x0010_0010 + 0.5, elements =>
    {
        for (int i = 0; i < count; i++) elements.WithItemHeader(0);
    }).ToBytes();

    /// <summary>A large image without zeros.</summary>
    internal static byte[] Noise() => SampleFile.Image().WithImage(128, 128, [.. Enumerable.Range(0, 128 * 128).Select(value => (byte)(1 + (value * 7 % 251)))]).ToBytes();

    /// <summary>The file with zeros from a block on.</summary>
    private static byte[] Cut(byte[] file, bool zeros)
    {
        byte[] cut = [.. file];
        if (zeros) Array.Clear(cut, 8192, cut.Length - 8192);
        return cut;
    }
}
