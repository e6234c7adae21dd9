using System.Buffers.Binary;

namespace PSDicom.Fuzz;

/// <summary>A number that programs stumble over, anywhere.</summary>
internal sealed class EdgeNumbers : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        var number = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(number, random.Edge());
        Array.Resize(ref number, 1 << random.Below(4));
        if (random.OneIn(2)) Array.Reverse(number);
        edits.Add(new Edit(random.Below(specimen.Bytes.Length), random.OneIn(8) ? 0 : number.Length, number));
    }
}
