using System.Text;

namespace PSDicom.Fuzz;

/// <summary>Another value representation, or none.</summary>
internal sealed class ElementVRs : Mutation
{
    private static readonly string[] VRs =
    [
        "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FL", "FD", "IS", "LO", "LT", "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ",
        "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV", "OX", "??", "\0\0", "  ",
    ];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Elements.Count == 0) return;
        ElementPlace place = random.Pick(specimen.Elements);
        if (place.HasVR) edits.Add(new Edit(place.Header + 4, 2, Encoding.ASCII.GetBytes(random.Pick(VRs))));
    }
}
