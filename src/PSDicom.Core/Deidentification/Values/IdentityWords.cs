using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PSDicom.Deidentification.Profile;
using PSDicom.Query;

namespace PSDicom.Deidentification.Values;

/// <summary>
/// The words of a file that tell whose it is: the names of all people in it, its identifiers, and its institution unless that is kept. Text that
/// stays must not contain them.
/// </summary>
internal sealed class IdentityWords
{
    private const int MinimumWord = 3;
    private const int MaxWords = 1000;

    // A date, a time with a date, a telephone or other long number, an address of mail or of the network, and a title with the name after it.
    private static readonly Regex Telling = new(
        @"[\w.+-]+@[\w-]+(\.[\w-]+)+|\b\w+://\S+|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\+?\d[\d ()/-]{5,}\d|\d{6,}"
        + @"|\b(?:Dr|Prof|Mr|Mrs|Ms|Herr|Frau|Mme|Sr|Sra)\b\.?(?:\s+[\w'-]+){1,2}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(2));

    private static readonly HashSet<uint> Identifiers =
    [
        0x0008_0050, 0x0010_0020, 0x0010_1000, 0x0010_1040, 0x0010_2154, 0x0010_21F0, 0x0020_0010, 0x0038_0010, 0x0040_1001, 0x0040_2016, 0x0040_2017, 0x0012_0040, 0x0012_0042,
    ];

    // The least length of a device's identifier: shorter ones are also names of models.
    private const int MinimumDevice = 5;

    private static readonly HashSet<uint> Institutions = [0x0008_0080, 0x0008_0081, 0x0008_1040];

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private WholeWords? _search;

    /// <summary>Collects the words of a file.</summary>
    /// <param name="dataset">Its data set.</param>
    /// <param name="keepsInstitution">Whether the institution stays.</param>
    /// <param name="keepsDevice">Whether the identity of devices stays.</param>
    public IdentityWords(DicomDataset dataset, bool keepsInstitution, bool keepsDevice)
    {
        foreach (LocatedElement located in DatasetWalk.All(dataset))
        {
            DicomElement element = located.Element;
            if (element.IsBulk || _words.Count >= MaxWords) continue;
            if (!keepsDevice && ConfidentialityProfile.IsOfDevice(element.Tag)) AddDevice(element);
            if (element.VR == DicomVR.PN || IsOfPatient(element.Tag) || (!keepsInstitution && Institutions.Contains(element.Tag.Value))) Add(element);
        }
    }

    private WholeWords Search => _search ??= new WholeWords(_words);

    /// <summary>Whether an attribute is an identifier of a patient or of an examination.</summary>
    public static bool IsOfPatient(DicomTag tag) => Identifiers.Contains(tag.Value);

    /// <summary>Whether a text contains one of the words.</summary>
    public bool AreIn(ReadOnlySpan<char> text) => _words.Count > 0 && Search.AreIn(text);

    /// <summary>A text without the words, and without what else tells of people: dates, long numbers, addresses, titles with names.</summary>
    public string Clean(string text)
    {
        string cleaned = _words.Count > 0 ? Search.RemoveFrom(text) : text;
        try
        {
            return Telling.Replace(cleaned, string.Empty).Trim();
        }
        catch (RegexMatchTimeoutException)
        {
            return string.Empty;
        }
    }

    private void Add(DicomElement element)
    {
        if (element.RawValue is not { } text) return;
        if (element.VR != DicomVR.PN)
        {
            foreach (string value in text.Split('\\')) AddWord(value);
            return;
        }

        foreach (string word in text.Split('\\', '^', '=', ' ', ',', ';')) AddWord(word);
        foreach ((int start, int length) in Words.In(text.AsSpan()))
        {
            if (Words.Weigh(text.AsSpan(start, length)) >= Words.MinimumWeight) AddWord(text.Substring(start, length));
        }
    }

    // Names of stations can be those of models; a number is the device's own.
    private void AddDevice(DicomElement element)
    {
        if (!element.VR.UsesCharacterSet || element.RawValue is not { } text) return;
        foreach (string value in text.Split('\\'))
        {
            if (value.Length >= MinimumDevice && value.Any(char.IsDigit)) AddWord(value);
        }
    }

    private void AddWord(string word)
    {
        word = word.Trim(' ', '.', '\0');
        if (word.Length >= MinimumWord) _words.Add(word);
    }
}
