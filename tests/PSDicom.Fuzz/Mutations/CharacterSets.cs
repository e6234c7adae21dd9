using System.Text;

namespace PSDicom.Fuzz;

/// <summary>Another character set, or several, for the text of a file.</summary>
internal sealed class CharacterSets : Mutation
{
    private const uint SpecificCharacterSet = 0x0008_0005;

    public static readonly IReadOnlyList<string> Terms =
    [
        .. Text.CharacterSet.Names, "", "ISO_IR", "ISO IR 100", "iso_ir 6", "UTF-8", "utf8", "GBK", "ISO 2022", "ISO 2022 IR 999", "ISO_IR 999999999999",
        "latin1", "windows-1252", "\u001b$B",
    ];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        byte[] value = Encoding.Latin1.GetBytes(Next(random));
        foreach (ElementPlace place in specimen.Elements)
        {
            if (place.Tag.Value != SpecificCharacterSet || !place.IsValue) continue;
            ElementValues.Replace(place, value, edits);
            return;
        }
    }

    /// <summary>One term or some.</summary>
    public static string Next(FuzzRandom random) =>
        string.Join("\\", Enumerable.Range(0, 1 + random.Small(6)).Select(_ => random.Pick(Terms)));
}
