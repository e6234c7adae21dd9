using System.Text;

namespace PSDicom.Fuzz;

/// <summary>What a terminal obeys, or turns text around, in a text.</summary>
internal sealed class ControlCharacters : Mutation
{
    private static readonly byte[][] Characters =
    [
        "\u001b[31m"u8.ToArray(), "\u001b]0;title\u0007"u8.ToArray(), "\u001b]8;;http://x\u001b\\"u8.ToArray(), "\u0007"u8.ToArray(), "\r"u8.ToArray(),
        "\b\b\b"u8.ToArray(), "\n"u8.ToArray(), [0x9B, (byte)'2', (byte)'J'], [0x9D, (byte)'0', (byte)';'], [0x7F], [0], "\u009b2J"u8.ToArray(),
        "\u202e"u8.ToArray(), "\u2066"u8.ToArray(), "\u200f"u8.ToArray(), "\u2028"u8.ToArray(), "\u200b"u8.ToArray(), "\ufeff"u8.ToArray(),
    ];

    /// <summary>Texts that messages are about, and some that they are not.</summary>
    public static readonly uint[] Told =
        [0x0008_0005, 0x0028_0004, 0x0028_0008, 0x0028_1055, 0x0028_1050, 0x0002_0010, 0x0009_0010, 0x0010_0010, 0x0008_0060, 0x0028_1056];

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        ElementPlace[] texts = [.. specimen.Elements.Where(place => place.IsValue && place.VR.Kind == DicomVRKind.Text)];
        if (texts.Length == 0) return;
        ElementPlace[] told = [.. texts.Where(place => Told.Contains(place.Tag.Value))];
        ElementPlace place = random.Pick(told.Length > 0 && random.OneIn(2) ? told : texts);
        if (place.End > specimen.Bytes.Length) return;
        byte[] value = specimen.Bytes[place.Offset..place.End];
        int at = random.Below(value.Length + 1);
        ElementValues.Replace(place, [.. value[..at], .. random.Pick(Characters), .. value[at..]], edits);
        if (random.OneIn(3)) PixelDescription.Set(specimen, 0x0008_0005, "CS", Encoding.ASCII.GetBytes("ISO_IR 192"), edits);
    }
}
