using System.Collections.Generic;

namespace PSDicom.Text;

/// <summary>The sets of PS3.3 tables C.12-2 to C.12-4, by their ISO registration numbers.</summary>
internal static class GraphicSets
{
    public static readonly GraphicSet Latin1 = new SingleByteSet(CodePage.Latin1, CodePage.Windows1252);
    public static readonly GraphicSet Latin2 = new SingleByteSet(28592, windows: 1250);
    public static readonly GraphicSet Latin3 = new SingleByteSet(28593);
    public static readonly GraphicSet Latin4 = new SingleByteSet(28594, windows: 1257);
    public static readonly GraphicSet Cyrillic = new SingleByteSet(28595, windows: 1251);
    public static readonly GraphicSet Arabic = new SingleByteSet(28596, windows: 1256);

    // The code page is ISO 8859-7 of 1987; the edition of 2003 changed two characters and added three.
    public static readonly GraphicSet Greek = new SingleByteSet(
        28597, windows: 1253, Is(0xA1, '\u2018'), Is(0xA2, '\u2019'), Is(0xA4, '\u20AC'), Is(0xA5, '\u20AF'), Is(0xAA, '\u037A'));

    // Likewise ISO 8859-8 of 1999: the macron and the two directional marks.
    public static readonly GraphicSet Hebrew = new SingleByteSet(28598, windows: 1255, Is(0xAF, '\u00AF'), Is(0xFD, '\u200E'), Is(0xFE, '\u200F'));
    public static readonly GraphicSet Latin5 = new SingleByteSet(28599, windows: 1254);
    public static readonly GraphicSet Latin9 = new SingleByteSet(28605, CodePage.Windows1252);
    public static readonly GraphicSet Thai = new SingleByteSet(874);
    public static readonly GraphicSet Katakana = new KatakanaSet();
    public static readonly GraphicSet Jisx0208 = new DoubleByteSet(20932, firstTrail: 0xA1);

    // Code page 20932 has JIS X 0212 as pairs whose second byte lacks the high bit.
    public static readonly GraphicSet Jisx0212 = new DoubleByteSet(
        20932, firstTrail: 0xA1, trailMask: 0x7F, (0xA2, 0xB7, '~'), (0xA2, 0xF1, '\u2116'));

    // The supersets that Windows writes under the names of KS X 1001 and GB 2312.
    public static readonly GraphicSet Ksx1001 = new DoubleByteSet(949, firstTrail: 0x41);
    public static readonly GraphicSet Gbk = new DoubleByteSet(CodePage.Gbk, firstTrail: 0x40);

    private static KeyValuePair<byte, char> Is(byte code, char character) => new(code, character);
}
