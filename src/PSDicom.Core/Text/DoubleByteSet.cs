using System;
using System.Collections.Generic;
using System.Text;

namespace PSDicom.Text;

/// <summary>A set whose characters take two bytes each.</summary>
/// <param name="codePage">The code page of .NET that has it.</param>
/// <param name="firstTrail">
/// The lowest second byte: A1H for a set of 94 by 94, less for the larger sets that Windows writes in its place.
/// </param>
/// <param name="trailMask">The bits of the second byte that the code page has.</param>
/// <param name="corrections">Codes (first byte, second byte, character) that the code page lacks.</param>
internal sealed class DoubleByteSet(
    int codePage,
    byte firstTrail,
    byte trailMask = 0xFF,
    params (byte First, byte Second, char Character)[] corrections) : GraphicSet
{
    private const byte FirstLead = 0x81;
    private const byte Last = 0xFE;
    private const byte FirstOriginal = 0xA1;

    private readonly Lazy<char[]> _characters = new(() => Build(codePage, firstTrail, trailMask, corrections));
    private Dictionary<char, int>? _codes;

    // If two threads build it, no harm is done.
    private Dictionary<char, int> Codes => _codes ??= BuildCodes();

    public override int Decode(byte first, int second, out char character)
    {
        character = Undefined;
        if (first is < FirstLead or > Last || second < firstTrail || second > Last) return 1;
        character = _characters.Value[Index(first, second, firstTrail)];
        // A first byte that was cut off from its second one must not swallow what follows.
        return character != Undefined || second >= 0x80 ? 2 : 1;
    }

    public override bool TryEncode(char character, out byte first, out int second)
    {
        bool isKnown = Codes.TryGetValue(character, out int code);
        first = (byte)(code >> 8);
        second = code & 0xFF;
        return isKnown;
    }

    private Dictionary<char, int> BuildCodes()
    {
        // Of two codes for one character, the first one is in the original set, not in what Windows adds to it.
        var codes = new Dictionary<char, int>();
        for (int first = FirstLead; first <= Last; first++)
        {
            for (int second = firstTrail; second <= Last; second++)
            {
                char character = _characters.Value[Index(first, second, firstTrail)];
                bool isOriginal = first >= FirstOriginal && second >= FirstOriginal;
                if (character != Undefined && (isOriginal || !codes.ContainsKey(character))) codes[character] = (first << 8) | second;
            }
        }

        return codes;
    }

    private static int Index(int first, int second, int firstTrail) =>
        ((first - FirstLead) * (Last - firstTrail + 1)) + second - firstTrail;

    private static char[] Build(int codePage, byte firstTrail, byte trailMask, (byte First, byte Second, char Character)[] corrections)
    {
        Encoding encoding = CodePage.Get(codePage);
        var characters = new char[Index(Last, Last, firstTrail) + 1];
        var code = new byte[2];
        var decoded = new char[4];
        int index = 0;
        for (int first = FirstLead; first <= Last; first++)
        {
            code[0] = (byte)first;
            for (int second = firstTrail; second <= Last; second++)
            {
                code[1] = (byte)(second & trailMask);
                int count = encoding.GetChars(code, 0, 2, decoded, 0);
                characters[index++] = count == 1 && IsDefined(decoded[0]) ? decoded[0] : Undefined;
            }
        }

        foreach ((byte first, byte second, char character) in corrections)
            characters[Index(first, second, firstTrail)] = character;
        return characters;
    }
}
