using PSDicom.Operations.Tags;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Fuzz;

/// <summary>Looks tags up in files.</summary>
internal sealed class TagsTarget(SeedSet seeds) : FuzzTarget
{
    private static readonly string[] Queries =
    [
        "PatientName", "Patient*", "*", "(0010,0020)", "00080060", "60xx3000", "(0009,xx01)", "GEMS_IDEN_01|(0009,xx01)", "*UID",
        "ContentSequence[0].ContentSequence[-1].TextValue", "ContentSequence[*].*", "ReferencedImageSequence.ReferencedSOPInstanceUID",
        "PixelData", "TransferSyntaxUID", "(FFFE,E000)", "0000,0000", "FFFF,FFFF", "ContentSequence[2147483647].*", "ContentSequence[-2147483648].*",
    ];

    private readonly Mutator _mutator = new(seeds.Files, [.. Mutator.Plain(seeds.Files), .. Mutator.Elements, .. Mutator.Elements]);

    public override string Name => "tags";

    public override int Share => 15;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        TagQuery? query = random.OneIn(6) ? null : TagQuery.Parse(Enumerable.Range(0, 1 + random.Small(4)).Select(_ => random.Pick(Queries)));
        CharacterSet? characterSet = random.OneIn(4) ? CharacterSet.FromName(random.Pick(CharacterSet.Names)) : null;
        var options = new TagReadOptions
        {
            Tags = query, Nested = random.OneIn(3), IncludeMissing = random.OneIn(2), CharacterSet = characterSet,
        };
        var reading = new DicomReadOptions { Selection = options.Nested ? null : query?.Selection, CharacterSet = characterSet };
        return FuzzCase.Of(bytes, _ => Read(bytes, reading, options), specimen);
    }

    private static FuzzResult Read(byte[] bytes, DicomReadOptions reading, TagReadOptions options)
    {
        var hash = new FuzzHash();
        long produced = 0;
        DicomFile file = DicomFile.Open(bytes, reading);
        IReadOnlyList<DicomTagValue> rows = TagReader.Read(file, options, CancellationToken.None, out IReadOnlyList<DicomWarning> warnings);
        MessageCheck.Check(file.Warnings.Concat(warnings));
        foreach (DicomTagValue row in rows)
        {
            hash.Add(row.TagPath);
            hash.Add(row.RawValue);
            hash.Add(row.Value is null ? 0 : 1);
            produced += row.TagPath.Length + (row.RawValue?.Length ?? 0);
        }

        return new FuzzResult(hash.Value, produced);
    }
}
