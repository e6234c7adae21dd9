using System;
using System.Collections.Generic;
using System.Text;

namespace PSDicom.Text;

/// <summary>A set of 96 characters beside the 128 of ASCII, such as a part of ISO 8859.</summary>
/// <param name="codePage">The .NET code page of the set.</param>
/// <param name="windows">The Windows code page that is written in its place; 0 if there is none.</param>
/// <param name="corrections">Codes that differ between the code page and the present edition of the set.</param>
internal sealed class SingleByteSet(int codePage, int windows = 0, params KeyValuePair<byte, char>[] corrections) : GraphicSet
{
    /// <summary>The index of A0H: from 80H on, there are control characters, which DICOM text must not have.</summary>
    private const int FirstGraphic = 0x20;

    private readonly Lazy<char[]> _characters = new(() => Build(codePage, corrections));

    /// <summary>
    /// The Windows code page that is written in its place. It is recognized by the bytes 80H to 9FH: in ISO 8859 these are control characters,
    /// which DICOM text must not have (PS3.5 section 6.1.3).
    /// </summary>
    public GraphicSet? Windows { get; } = windows == 0 ? null : new SingleByteSet(windows);

    public override int Decode(byte first, int second, out char character)
    {
        character = _characters.Value[first - 0x80];
        return 1;
    }

    public override bool TryEncode(char character, out byte first, out int second)
    {
        second = -1;
        int index = character == Undefined ? -1 : Array.IndexOf(_characters.Value, character, FirstGraphic);
        first = (byte)(0x80 + index);
        return index >= 0;
    }

    private static char[] Build(int codePage, KeyValuePair<byte, char>[] corrections)
    {
        Encoding encoding = CodePage.Get(codePage);
        var characters = new char[0x80];
        for (int i = 0; i < characters.Length; i++)
        {
            string text = encoding.GetString([(byte)(0x80 + i)]);
            characters[i] = text.Length == 1 && IsDefined(text[0]) ? text[0] : Undefined;
        }

        foreach (KeyValuePair<byte, char> correction in corrections)
            characters[correction.Key - 0x80] = correction.Value;
        return characters;
    }
}
