using System.Text;

namespace PSDicom.Fuzz;

/// <summary>A value that its representation does not allow, or just allows.</summary>
internal sealed class ElementValues : Mutation
{
    private static readonly string[] Texts =
    [
        "", "\\", "\\\\\\", "-1", "1e308", "1e309", "-1e-400", "NaN", "Infinity", "1,5", "0x10", "99999999999999999999", "-2147483649", "1\\2\\3",
        "20240230", "00000000", "99991231", "20240101-20241231", "240000", "235960.999999", "20240101235959.123456+1400", "2024", "1.2.840.0.0",
        "A^B=C^D=E^F", "^^^^^^^", "===", "000Y", "123W", "../..", "\u001b$B$3$s", "((((", "\t\r\n\f",
    ];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        if (specimen.Elements.Count == 0) return;
        ElementPlace place = random.Pick(specimen.Elements);
        if (place.IsValue) Replace(place, Value(place, random), edits);
    }

    /// <summary>Puts another value in an element's place, with its length.</summary>
    public static void Replace(ElementPlace place, byte[] value, List<Edit> edits)
    {
        if (value.Length % 2 == 1) value = [.. value, (byte)' '];
        if (value.Length != place.Length) edits.Add(place.WithLength((uint)value.Length));
        edits.Add(new Edit(place.Offset, place.Length, value));
    }

    private static byte[] Value(ElementPlace place, FuzzRandom random)
    {
        if (place.VR.Kind == DicomVRKind.Number)
        {
            int size = place.VR.UnitSize;
            return [.. Enumerable.Range(0, random.Small(8)).SelectMany(_ => place.Number(random.Edge(), size))];
        }

        return random.Below(4) switch
        {
            0 => random.Bytes(random.Small(100)),
            1 => Enumerable.Repeat((byte)random.Pick("\\ \0^=9"u8.ToArray()), random.Small(4000)).ToArray(),
            _ => Encoding.Latin1.GetBytes(random.Pick(Texts)),
        };
    }
}
