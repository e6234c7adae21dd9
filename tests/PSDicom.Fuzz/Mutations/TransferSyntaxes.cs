using System.Text;

namespace PSDicom.Fuzz;

/// <summary>Another transfer syntax than the file has.</summary>
internal sealed class TransferSyntaxes : Mutation
{
    private const uint TransferSyntaxUID = 0x0002_0010;

    private static readonly string[] UIDs =
    [
        "1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.1.98",
        "1.2.840.10008.1.2.8.1", "1.2.840.113619.5.2", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70",
        "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.5",
        "1.2.840.10008.1.2.4.100", "1.2.3", "",
    ];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        foreach (ElementPlace place in specimen.Elements)
        {
            if (place.Tag.Value != TransferSyntaxUID) continue;
            byte[] uid = Encoding.ASCII.GetBytes(random.Pick(UIDs));
            ElementValues.Replace(place, uid.Length % 2 == 1 ? [.. uid, 0] : uid, edits);
            return;
        }
    }
}
