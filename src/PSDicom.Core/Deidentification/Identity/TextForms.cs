using System;
using System.Collections.Generic;
using System.Text;
using PSDicom.Deidentification.Values;
using PSDicom.Text;

namespace PSDicom.Deidentification.Identity;

/// <summary>
/// Reads bytes in every encoding that text of an identity may have there: the character set of the file, those of the references, UTF-8, UTF-16 in
/// both byte orders.
/// </summary>
/// <param name="characterSets">The character sets.</param>
internal sealed class TextForms(IReadOnlyList<CharacterSet> characterSets)
{
    private const string Ascii = "ASCII";
    private const string Utf8 = "ISO_IR 192";

    /// <summary>The encodings of a file.</summary>
    /// <param name="ofFile">The character set of the file.</param>
    /// <param name="ofReferences">Those of the references, as they declare them.</param>
    public static TextForms Of(CharacterSet ofFile, IEnumerable<string> ofReferences)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { ofFile.Declaration };
        List<CharacterSet> sets = [ofFile];
        foreach (string name in ofReferences)
        {
            if (names.Add(name)) sets.Add(CharacterSet.FromTerms(name));
        }

        if (names.Add(Utf8)) sets.Add(CharacterSet.FromTerms(Utf8));
        return new TextForms(sets);
    }

    /// <summary>Numbers, as the ASCII characters that their bytes may be.</summary>
    public static IEnumerable<DecodedText> OfNumbers(byte[] bytes, int count)
    {
        yield return new DecodedText(Encoding.ASCII.GetString(bytes, 0, count), Ascii, 1, 0);
    }

    /// <summary>The texts that bytes may be, each once.</summary>
    public IEnumerable<DecodedText> Of(byte[] bytes, int count)
    {
        bool isPlain = TextBytes.ArePlain(bytes.AsSpan(0, count)), hasZero = Array.IndexOf(bytes, (byte)0, 0, count) >= 0;
        if (isPlain)
        {
            yield return new DecodedText(Encoding.ASCII.GetString(bytes, 0, count), Ascii, 1, 0);
        }
        else
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (CharacterSet set in characterSets)
            {
                string text = set.Decode(bytes.AsSpan(0, count), DicomVR.UT);
                if (seen.Add(text)) yield return new DecodedText(Words.Compose(text), set.Declaration.Length > 0 ? set.Declaration : Ascii, 0, 0);
            }
        }

        if (isPlain && !hasZero) yield break;
        for (int start = 0; start < 2 && start < count; start++)
        {
            yield return new DecodedText(Encoding.Unicode.GetString(bytes, start, count - start), "UTF-16LE", 2, start);
            yield return new DecodedText(Encoding.BigEndianUnicode.GetString(bytes, start, count - start), "UTF-16BE", 2, start);
        }
    }
}
