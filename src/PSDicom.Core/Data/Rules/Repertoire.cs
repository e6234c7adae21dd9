using System;
using System.Collections.Generic;
using PSDicom.Text;

namespace PSDicom.Data.Rules;

/// <summary>A set of characters: some of ASCII, and all others or none (PS3.5 section 6.1 and table 6.2-1).</summary>
internal sealed class Repertoire
{
    private const string Digits = "0123456789";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The characters of IETF RFC 3986 section 2, and the spaces of padding.</summary>
    private const string OfUri = "!#$%&'()*+,-./:;=?@[]_~ " + Digits + Capitals + "abcdefghijklmnopqrstuvwxyz";

    private static readonly string OfCodeExtensions = new((char)EscapeSequence.Escape, 1);

    /// <summary>The control characters of paragraphs (PS3.5 table 6.1-1), and escape, which begins a code extension.</summary>
    private static readonly string OfParagraphs = "\t\n\f\r" + OfCodeExtensions;

    private static readonly Dictionary<DicomVR, Repertoire> ByVR = new()
    {
        [DicomVR.AE] = new(Graphic().Replace("\\", string.Empty)),
        [DicomVR.AS] = new(Digits + "DWMY"),
        [DicomVR.CS] = new(Capitals + Digits + " _"),
        [DicomVR.DA] = new(Digits + " "),
        [DicomVR.DS] = new(Digits + "+-.eE "),
        [DicomVR.DT] = new(Digits + "+-. "),
        [DicomVR.IS] = new(Digits + "+- "),
        [DicomVR.TM] = new(Digits + ". "),
        [DicomVR.UI] = new(Digits + "."),
        [DicomVR.UR] = new(OfUri),
        [DicomVR.LT] = new(Graphic() + OfParagraphs, hasOthers: true),
        [DicomVR.ST] = new(Graphic() + OfParagraphs, hasOthers: true),
        [DicomVR.UT] = new(Graphic() + OfParagraphs, hasOthers: true),
    };

    private static readonly Repertoire OfLines = new(Graphic() + OfCodeExtensions, hasOthers: true);

    private readonly ulong _low;
    private readonly ulong _high;
    private readonly bool _hasOthers;

    private Repertoire(string characters, bool hasOthers = false)
    {
        _hasOthers = hasOthers;
        foreach (char character in characters)
        {
            if (character < 64) _low |= 1UL << character;
            else _high |= 1UL << (character - 64);
        }
    }

    /// <summary>The characters that a value representation of text allows.</summary>
    public static Repertoire Of(DicomVR vr) => ByVR.TryGetValue(vr, out Repertoire? known) ? known : OfLines;

    /// <summary>The position of the first character that does not belong; -1 if all do.</summary>
    public int IndexOfOther(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            bool has = character < 64 ? (_low >> character & 1) != 0 : character < 128 ? (_high >> (character - 64) & 1) != 0 : _hasOthers && !char.IsControl(character);
            if (!has) return i;
        }

        return -1;
    }

    private static string Graphic()
    {
        var characters = new char['~' - ' ' + 1];
        for (int i = 0; i < characters.Length; i++) characters[i] = (char)(' ' + i);
        return new string(characters);
    }
}
