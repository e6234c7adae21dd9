using PSDicom.Core.Tests;
using PSDicom.IO.Reading;

namespace PSDicom.Fuzz;

/// <summary>Offset tables, basic or extended, that do not say where frames are.</summary>
internal sealed class OffsetTables : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        int index = specimen.Elements.FindIndex(place => place.Kind == DicomTokenKind.FragmentsStart);
        if (index < 0 || index + 1 >= specimen.Elements.Count) return;
        ElementPlace pixelData = specimen.Elements[index], table = specimen.Elements[index + 1];
        if (table.Kind != DicomTokenKind.Fragment) return;
        int fragments = specimen.Elements.Count - index - 2;
        int entries = random.OneIn(2) ? fragments : random.Small(40);
        if (random.OneIn(3))
        {
            byte[] offsets = [.. Enumerable.Range(0, entries).SelectMany(_ => table.Number(Offset(specimen, table, random), sizeof(ulong)))];
            byte[] lengths = [.. Enumerable.Range(0, entries).SelectMany(_ => table.Number(random.Edge(), sizeof(ulong)))];
            var extended = new DatasetBuilder(pixelData.HasVR, pixelData.IsBigEndian).WithValue(0x7FE0_0001, "OV", offsets).WithValue(0x7FE0_0002, "OV", lengths);
            edits.Add(new Edit(pixelData.Header, 0, extended.ToBytes()));
        }
        else
        {
            ElementValues.Replace(
                table, [.. Enumerable.Range(0, entries).SelectMany(_ => table.Number(Offset(specimen, table, random), sizeof(uint)))], edits);
        }
    }

    private static ulong Offset(Specimen specimen, ElementPlace table, FuzzRandom random) => random.Below(4) switch
    {
        0 => random.Edge(),
        1 => (ulong)random.Below(specimen.Bytes.Length),
        _ => (ulong)(random.Pick(specimen.Elements).Header - table.End),
    };
}
