using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PSDicom.Text;

/// <summary>One value of Specific Character Set (0008,0005) (PS3.3 section C.12.1.1.2).</summary>
internal sealed class CharacterSetTerm
{
    private static readonly Dictionary<string, CharacterSetTerm> ByKey = new(StringComparer.Ordinal);

    private CharacterSetTerm(string name, GraphicSet? set = null, Encoding? encoding = null)
    {
        Name = name;
        Set = set;
        Encoding = encoding;
    }

#pragma warning disable CA1810 // the order matters: it is that of Names
    static CharacterSetTerm()
    {
        AddSet("6", null, "ASCII", "USASCII", "646");
        AddSet("100", GraphicSets.Latin1, "88591", "LATIN1");
        AddSet("101", GraphicSets.Latin2, "88592", "LATIN2");
        AddSet("109", GraphicSets.Latin3, "88593", "LATIN3");
        AddSet("110", GraphicSets.Latin4, "88594", "LATIN4");
        AddSet("144", GraphicSets.Cyrillic, "88595");
        AddSet("127", GraphicSets.Arabic, "88596");
        AddSet("126", GraphicSets.Greek, "88597");
        AddSet("138", GraphicSets.Hebrew, "88598");
        AddSet("148", GraphicSets.Latin5, "88599", "LATIN5");
        AddSet("203", GraphicSets.Latin9, "885915", "LATIN9");
        AddSet("166", GraphicSets.Thai, "TIS620", "885911");
        AddSet("13", GraphicSets.Katakana, "SHIFTJIS", "SJIS");
        AddAlone("ISO_IR 192", CodePage.Utf8, "192", "UTF8", "10646");
        AddAlone("GB18030", CodePage.Gb18030, "GB18030");
        Add(new CharacterSetTerm("GBK", GraphicSets.Gbk), "GBK", "GB2312", "CP936", "WINDOWS936"); // contains GB 2312
        Names = [.. ByKey.Values.Select(term => term.Name).Distinct()];

        // The first two replace ASCII, so that no text can start in them: they have no set as value 1.
        Add(new CharacterSetTerm("ISO 2022 IR 87"), "87", "JP");
        Add(new CharacterSetTerm("ISO 2022 IR 159"), "159");
        Add(
            new CharacterSetTerm("ISO 2022 IR 149", GraphicSets.Ksx1001),
            "149", "KR", "EUCKR", "KSX1001", "KSC5601", "CP949", "WINDOWS949");
        Add(new CharacterSetTerm("ISO 2022 IR 58", GraphicSets.Gbk), "58", "CN", "EUCCN");
        Names =
        [
            .. Names,
            .. Names.Where(name => name.StartsWith("ISO_IR ", StringComparison.Ordinal) && name != "ISO_IR 192").Select(Extensible),
            "ISO 2022 IR 87", "ISO 2022 IR 159", "ISO 2022 IR 149", "ISO 2022 IR 58",
        ];
    }
#pragma warning restore CA1810

    /// <summary>Every defined term: first those without code extensions, then those with them.</summary>
    public static IReadOnlyList<string> Names { get; }

    /// <summary>The defined term; the .NET name of an encoding that is not in DICOM.</summary>
    public string Name { get; }

    /// <summary>The set of the bytes from 80H if this is value 1; null if it has none.</summary>
    public GraphicSet? Set { get; }

    /// <summary>The encoding of the whole text, if it does not allow code extensions.</summary>
    public Encoding? Encoding { get; }

    /// <summary>Finds a term, even if it is misspelled.</summary>
    /// <param name="text">One value of the attribute, or the name of a .NET encoding.</param>
    /// <param name="allowsNumber">Whether the number of a code page is a name.</param>
    /// <returns>The term, or null if it is unknown.</returns>
    public static CharacterSetTerm? Find(string text, bool allowsNumber = false)
    {
        string key = Key(text, out bool isExtensible);
        if (ByKey.TryGetValue(key, out CharacterSetTerm? term))
            return isExtensible && term.Encoding is null ? new CharacterSetTerm(Extensible(term.Name), term.Set) : term;
        return CodePage.Find(text, allowsNumber) is Encoding encoding ? new CharacterSetTerm(encoding.WebName, encoding: encoding) : null;
    }

    // "ISO_IR 100", "ISO-IR 100", "ISO 2022 IR 100", "iso_2022-ir 100" and "ISO 2020 IR 100" all have the key "100".
    private static string Key(string text, out bool isExtensible)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (letter is (>= '0' and <= '9') or (>= 'A' and <= 'Z')) letters.Append(letter);
            else if (letter is >= 'a' and <= 'z') letters.Append((char)(letter - 'a' + 'A'));
        }

        string key = WithoutStart(letters.ToString(), "ISO");
        string rest = WithoutStart(WithoutStart(key, "2022"), "2020");
        isExtensible = rest.Length < key.Length;
        return WithoutStart(rest, "IR");
    }

    private static string WithoutStart(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) ? text.Substring(start.Length) : text;

    private static string Extensible(string name) => name.Replace("ISO_IR ", "ISO 2022 IR ");

    private static void AddSet(string number, GraphicSet? set, params string[] otherKeys) =>
        Add(new CharacterSetTerm("ISO_IR " + number, set), [number, .. otherKeys]);

    private static void AddAlone(string name, int codePage, params string[] keys) =>
        Add(new CharacterSetTerm(name, encoding: CodePage.Get(codePage)), keys);

    private static void Add(CharacterSetTerm term, params string[] keys)
    {
        foreach (string key in keys) ByKey.Add(key, term);
    }
}
