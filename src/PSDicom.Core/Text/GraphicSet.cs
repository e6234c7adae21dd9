namespace PSDicom.Text;

/// <summary>A coded character set as ISO 2022 invokes it. Its codes are those with the high bit set, wherever it was invoked.</summary>
internal abstract class GraphicSet
{
    protected const char Undefined = '\uFFFD';

    /// <summary>Decodes one character.</summary>
    /// <param name="first">The first byte, 80H or more.</param>
    /// <param name="second">The byte after it; -1 if there is none.</param>
    /// <param name="character">The character; U+FFFD if the code means nothing.</param>
    /// <returns>How many bytes it takes: 1 or 2.</returns>
    public abstract int Decode(byte first, int second, out char character);

    // .NET maps codes that a set leaves undefined to private characters.
    protected static bool IsDefined(char character) => character is not (Undefined or (>= '\uE000' and <= '\uF8FF'));
}
