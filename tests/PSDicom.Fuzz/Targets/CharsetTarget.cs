using PSDicom.Text;

namespace PSDicom.Fuzz;

/// <summary>Reads bytes as text of every character set.</summary>
internal sealed class CharsetTarget : FuzzTarget
{
    private static readonly byte[][] Pieces =
    [
        "\u001b$B"u8.ToArray(), "\u001b(J"u8.ToArray(), "\u001b(B"u8.ToArray(), "\u001b$)C"u8.ToArray(), "\u001b$)A"u8.ToArray(), "\u001b-A"u8.ToArray(),
        "\u001b$(D"u8.ToArray(), "\u001b"u8.ToArray(), "\u001b$"u8.ToArray(), "^"u8.ToArray(), "="u8.ToArray(), "\\"u8.ToArray(), "Doe"u8.ToArray(),
        [0xC4, 0xD6, 0xDC], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0xA0, 0x80], [0x81, 0x30, 0x81, 0x30], [0xFF], [0x80], [0], "\r\n\f\t"u8.ToArray(),
    ];

    private static readonly DicomVR[] VRs = [DicomVR.PN, DicomVR.LO, DicomVR.UT, DicomVR.SH, DicomVR.CS, DicomVR.ST];

    public override string Name => "charset";

    public override int Share => 5;

    public override FuzzCase Make(FuzzRandom random)
    {
        string terms = CharacterSets.Next(random);
        bool isName = random.OneIn(5);
        byte[] bytes =
        [
            .. Enumerable.Range(0, random.Small(30)).SelectMany(_ => random.OneIn(4) ? random.Bytes(random.Small(20)) : random.Pick(Pieces)),
        ];
        DicomVR vr = random.Pick(VRs);
        return Of(bytes, () => Decode(isName ? CharacterSet.FromName(terms) : CharacterSet.FromTerms(terms), bytes, vr));
    }

    private static FuzzResult Decode(CharacterSet characterSet, byte[] bytes, DicomVR vr)
    {
        string text = characterSet.Decode(bytes, vr);
        InvariantException.Check(text.Length <= bytes.Length, "more characters than bytes");
        var name = new PersonName(text);
        var hash = new FuzzHash();
        hash.Add(text);
        foreach (string part in (string[])[name.Alphabetic, name.Ideographic, name.Phonetic, name.FamilyName, name.Suffix]) hash.Add(part);
        InvariantException.Check(name.Equals(new PersonName(text)), "a name is not itself");
        return new FuzzResult(hash.Value, text.Length);
    }
}
