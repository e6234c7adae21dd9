using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Threading;

namespace PSDicom.Text;

/// <summary>
/// Decodes text as Specific Character Set (0008,0005) says (PS3.3 section C.12.1.1.2, PS3.5 section 6.1). Immutable; any thread may use it.
/// </summary>
/// <remarks>
/// Wrong text is read as its writer most likely meant it, and never throws:
/// <list type="bullet">
/// <item>Value 1 gives the set of the bytes from 80H outside escape sequences. If it has none (such as ISO 2022 IR 6), the first value with
/// one does. Without any, a value that is valid UTF-8 is read as UTF-8, any other as Latin-1, which loses nothing.</item>
/// <item>Bytes that are invalid in UTF-8 or GB18030 are read as windows-1252, except a truncated last character. A value that is undefined in
/// its set, or unlikely in Latin-1, but valid UTF-8 is read as UTF-8.</item>
/// <item>A part of ISO 8859 has no characters from 80H to 9FH: a value with such bytes is read in the Windows code page derived from it,
/// such as windows-1252 for Latin-1.</item>
/// <item>Escape sequences are applied whether their set is declared or not, except in UTF-8 and GB18030, which have none.</item>
/// <item>KS X 1001, GB 2312 and the katakana of JIS X 0201 include what Windows adds to them: code page 949, GBK and Shift JIS.</item>
/// <item>An unknown value counts as the default repertoire. An undefined code becomes U+FFFD.</item>
/// <item>The bytes 5CH and 7EH of JIS X 0201 are backslash and tilde, not yen sign and overline: a backslash always separates values.</item>
/// </list>
/// </remarks>
public sealed class CharacterSet
{
    // There are a few dozen spellings in practice; random text in files must not make the process grow.
    private const int CacheLimit = 256;

    private static readonly ConcurrentDictionary<string, CharacterSet> Cache = new(StringComparer.Ordinal);
    private static int _cached;

    private readonly WholeEncoding? _whole;
    private readonly ExtensibleSet _extensible;
    private readonly CodeExtensionEncoder? _encoder;

    private CharacterSet(IReadOnlyList<CharacterSetTerm?> terms, IReadOnlyList<string> unknownTerms, bool isNamed = false)
    {
        Declaration = string.Join("\\", terms.Select(term => term?.Name));
        Terms = [.. terms.Where(term => term is not null).Select(term => term!.Name)];
        UnknownTerms = unknownTerms;

        CharacterSetTerm? deciding = terms.FirstOrDefault(term => term is { Set: not null } or { Encoding: not null });
        _whole = deciding?.Encoding is { } encoding ? new WholeEncoding(encoding, mayBeUtf8: !isNamed) : null;
        if (_whole is null && unknownTerms.Count == 0)
        {
            _encoder = new CodeExtensionEncoder(
                terms[0]?.Set, terms[0]?.Name, [.. terms.Select(term => term is null ? null : CodeDesignation.Of(term.Name)).OfType<CodeDesignation>()]);
        }

        _extensible = new ExtensibleSet(deciding?.Set, needsEscape: deciding != terms[0], mayBeUtf8: !isNamed);
    }

    /// <summary>The default repertoire, which applies where no character set is declared.</summary>
    public static CharacterSet Default { get; } = new([null], []);

    /// <summary>Every defined term: first those without code extensions, then those with them.</summary>
    public static IReadOnlyList<string> Names => CharacterSetTerm.Names;

    /// <summary>
    /// The known terms in the standard's spelling; an encoding that is not in DICOM has its .NET name.
    /// </summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>The value of Specific Character Set (0008,0005) that declares it, with the standard's spelling.</summary>
    internal string Declaration { get; }

    /// <summary>Whether every term is one of DICOM, so that it can be declared.</summary>
    internal bool IsDeclarable => UnknownTerms.Count == 0 && Terms.All(term => Names.Contains(term));

    /// <summary>The unknown values, as written.</summary>
    public IReadOnlyList<string> UnknownTerms { get; }

    /// <summary>The character set that a file declares. Spelling mistakes are tolerated; see the remarks on this class.</summary>
    /// <param name="specificCharacterSet">
    /// The text of (0008,0005), values separated by backslashes; null or empty is <see cref="Default"/>.
    /// </param>
    public static CharacterSet FromTerms(string? specificCharacterSet)
    {
        if (specificCharacterSet is null || specificCharacterSet.Length == 0) return Default;
        if (Cache.TryGetValue(specificCharacterSet, out CharacterSet? known)) return known;

        CharacterSet parsed = Parse(specificCharacterSet, isNamed: false);
        if (Volatile.Read(ref _cached) < CacheLimit && Cache.TryAdd(specificCharacterSet, parsed)) Interlocked.Increment(ref _cached);
        return parsed;
    }

    /// <summary>The character set with a name, to be used instead of the one that a file declares.</summary>
    /// <param name="name">
    /// A defined term or several separated by backslashes, or an encoding of .NET by its name or the number of its code page.
    /// </param>
    /// <exception cref="DicomException">
    /// The name is unknown, or the encoding does not contain ASCII (<see cref="DicomErrorReason.UnknownCharacterSet"/>).
    /// </exception>
    public static CharacterSet FromName(string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        CharacterSet parsed = Parse(name, isNamed: true);
        if (parsed.UnknownTerms.Count == 0 && parsed.Terms.Count > 0) return parsed;
        string unknown = parsed.UnknownTerms.Count > 0 ? parsed.UnknownTerms[0] : name;
        throw new DicomException(
            DicomErrorReason.UnknownCharacterSet,
            $"'{unknown}' is not a character set for DICOM text. Use one of {string.Join(", ", Names)}; "
            + "several of them, separated by '\\'; or a .NET encoding that contains ASCII, such as windows-1251, big5 or 1252.");
    }

    /// <summary>Decodes a value with all its backslashes, at which the string can be split.</summary>
    /// <param name="bytes">The whole value, as in the file; padding stays.</param>
    /// <param name="vr">
    /// The value representation. It decides where code extensions are reset: always at control characters, at a backslash where it separates
    /// values, at ^ and = in PN. Without <see cref="DicomVR.UsesCharacterSet"/>, the value is in the default repertoire.
    /// </param>
    public string Decode(ReadOnlySpan<byte> bytes, DicomVR vr) => Decode(bytes, vr, out _);

    /// <inheritdoc cref="Decode(ReadOnlySpan{byte}, DicomVR)"/>
    /// <param name="bytes">The whole value, as in the file; padding stays.</param>
    /// <param name="vr">The value representation.</param>
    /// <param name="fault">The contradiction between bytes and character set.</param>
    internal string Decode(ReadOnlySpan<byte> bytes, DicomVR vr, out TextFault fault)
    {
        if (vr is null) throw new ArgumentNullException(nameof(vr));
        fault = TextFault.None;
        if (TextBytes.ArePlain(bytes)) return TextBytes.GetString(Encoding.ASCII, bytes);
        CharacterSet set = vr.UsesCharacterSet ? this : Default;
        return set._whole is { } encoding ? encoding.Decode(bytes, vr, out fault) : set._extensible.Decode(bytes, vr, out fault);
    }

    /// <summary>Encodes a value strictly: what is written reads as the same text, without any guess.</summary>
    /// <param name="text">The whole value, with backslashes between values.</param>
    /// <param name="vr">The value representation, as for <see cref="Decode(ReadOnlySpan{byte}, DicomVR)"/>.</param>
    /// <param name="bytes">The bytes, without padding.</param>
    /// <returns>Whether the set contains all characters.</returns>
    internal bool TryEncode(string text, DicomVR vr, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = Encoding.ASCII.GetBytes(text);
        if (TextBytes.ArePlain(bytes) && IsAscii(text)) return true;
        CharacterSet set = vr.UsesCharacterSet ? this : Default;
        bytes = set._whole is { } encoding ? encoding.Encode(text) : set._encoder?.Encode(text, vr);
        return bytes is not null && set.Decode(bytes, vr, out TextFault fault) == text && fault == TextFault.None;
    }

    private static bool IsAscii(string text)
    {
        foreach (char character in text)
        {
            if (character >= 0x80) return false;
        }

        return true;
    }

    /// <summary>The terms, separated by backslashes.</summary>
    public override string ToString() => string.Join("\\", Terms);

    private static CharacterSet Parse(string values, bool isNamed)
    {
        var terms = new List<CharacterSetTerm?>();
        var unknown = new List<string>();
        foreach (string value in values.Split('\\'))
        {
            string text = value.Trim(' ', '\0');
            CharacterSetTerm? term = text.Length == 0 ? null : CharacterSetTerm.Find(text, allowsNumber: isNamed);
            if (term is null && text.Length > 0) unknown.Add(text);
            terms.Add(term);
        }

        return new CharacterSet(terms, unknown, isNamed);
    }
}
