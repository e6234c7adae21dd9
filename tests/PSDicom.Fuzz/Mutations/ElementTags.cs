namespace PSDicom.Fuzz;

/// <summary>Another tag: one of those that steer reading, that of another element, or any.</summary>
internal sealed class ElementTags : Mutation
{
    private const ushort PatientGroup = 0x0010;

    private static readonly uint[] Steering =
    [
        0xFFFE_E000, 0xFFFE_E00D, 0xFFFE_E0DD, 0x7FE0_0010, 0x7FE0_0008, 0x7FE0_0009, 0x7FE0_0001, 0x7FE0_0002, 0x0008_0005, 0x0002_0010,
        0x0028_0103, 0x0009_0010, 0x0009_1001, 0x0000_0000, 0xFFFF_FFFF, 0x0008_0000, 0x5400_1010, 0x0040_A730, 0x5200_9229, 0x5200_9230,
    ];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Elements.Count == 0) return;
        ElementPlace place = random.Pick(specimen.Elements);

        // Who the patient is, elsewhere, is a value of what is there, which a message may quote.
        if (place.Tag.Group == PatientGroup) return;
        uint tag = random.Below(3) switch
        {
            0 => random.Pick(Steering),
            1 => random.Pick(specimen.Elements).Tag.Value,
            _ => (uint)random.Next(),
        };
        edits.Add(new Edit(place.Header, sizeof(uint), place.TagBytes(tag)));
    }
}
