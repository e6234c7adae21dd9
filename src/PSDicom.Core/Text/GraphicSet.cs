namespace PSDicom.Text;

/// <summary>A coded character set of ISO 2022. Its codes have the high bit set, also where it is invoked in G0.</summary>
internal abstract class GraphicSet
{
    protected const char Undefined = '\uFFFD';

    /// <summary>Decodes one character.</summary>
    /// <param name="first">The first byte, 80H or more.</param>
    /// <param name="second">The byte after it; -1 if there is none.</param>
    /// <param name="character">The character; U+FFFD if the code is undefined.</param>
    /// <returns>The length of the code: 1 or 2 bytes.</returns>
    public abstract int Decode(byte first, int second, out char character);

    /// <summary>Encodes one character.</summary>
    /// <param name="character">The character.</param>
    /// <param name="first">The first byte of its code, 80H or more.</param>
    /// <param name="second">The second byte; -1 if there is none.</param>
    /// <returns>Whether the set contains the character.</returns>
    public abstract bool TryEncode(char character, out byte first, out int second);

    // .NET maps undefined codes to private-use characters.
    protected static bool IsDefined(char character) => character is not (Undefined or (>= '\uE000' and <= '\uF8FF'));
}
