using System;
using System.Collections.Generic;
using System.Globalization;
using PSDicom.Data;
using PSDicom.Deidentification.Values;
using PSDicom.Query;

namespace PSDicom.Deidentification.Identity;

/// <summary>The values of one reference that are about identity, as hashes: whole values, each component of a name, and dates in usual forms.</summary>
internal sealed class IdentityValues
{
    private const int NamesOfPerson = 3;
    private const int DateLength = 8;
    private const int TimeLength = 6;
    private const int MinimumUid = 5;

    // What de-identified copies have in place of values.
    private static readonly HashSet<string> Dummies = new(StringComparer.OrdinalIgnoreCase) { DummyValue.Text, "19000101", "19000101000000", "000000", "000Y" };

    private readonly Dictionary<ulong, IdentityValue> _phrases = [];
    private readonly HashSet<ulong> _allowed = [];
    private readonly HashSet<(uint Tag, ulong Hash)> _allowedValues = [];
    private readonly HashSet<string> _characterSets = new(StringComparer.Ordinal);

    /// <summary>The hashes of the values.</summary>
    public IReadOnlyDictionary<ulong, IdentityValue> Phrases => _phrases;

    /// <summary>The hashes of text in attributes that may stay.</summary>
    public IReadOnlyCollection<ulong> Allowed => _allowed;

    /// <summary>The hashes of whole values in attributes that may stay, with their tags.</summary>
    public IReadOnlyCollection<(uint Tag, ulong Hash)> AllowedValues => _allowedValues;

    /// <summary>The character sets of the values, as the reference declares them.</summary>
    public IReadOnlyCollection<string> CharacterSets => _characterSets;

    /// <summary>Collects the values of a file.</summary>
    /// <param name="file">The file, read with all elements.</param>
    /// <param name="attributes">Tells which attributes are about identity.</param>
    public static IdentityValues Of(DicomFile file, IdentityAttributes attributes)
    {
        var values = new IdentityValues();
        foreach (DicomDataset part in (DicomDataset[])[file.FileMeta, file.Dataset])
        {
            foreach (LocatedElement located in DatasetWalk.All(part))
            {
                DicomElement element = located.Element;
                if (element.VR.Kind != DicomVRKind.Text || element.IsBulk || element.RawValue is not { Length: > 0 } text) continue;
                values._characterSets.Add(element.Dataset.CharacterSet.Declaration);
                if (attributes.Find(element) is { } kind) values.Add(element, kind, text);
                else values.Allow(element.Tag, text);
            }
        }

        return values;
    }

    /// <summary>Collects identifiers of a list.</summary>
    public static IdentityValues Of(IEnumerable<string> identifiers)
    {
        var values = new IdentityValues();
        foreach (string identifier in identifiers)
        {
            if (UidRules.IsValid(identifier) && identifier.IndexOf('.') > 0) values.AddUid(identifier, default);
            else values.AddPhrase(IdentityKind.Identifier, default, identifier);
        }

        return values;
    }

    private void Add(DicomElement element, IdentityKind kind, string text)
    {
        bool isMultiValued = element.VR.IsMultiValued;
        foreach (string value in isMultiValued ? text.Split('\\') : [text])
        {
            string trimmed = value.Trim(' ', '\0');
            if (trimmed.Length == 0 || Dummies.Contains(trimmed)) continue;
            switch (kind)
            {
                case IdentityKind.Name:
                    AddName(element.Tag, trimmed);
                    break;
                case IdentityKind.Date:
                    AddDate(element, trimmed);
                    break;
                case IdentityKind.Uid:
                    AddUid(trimmed, element.Tag);
                    break;
                default:
                    AddPhrase(kind, element.Tag, trimmed);
                    break;
            }
        }
    }

    // The parts after the third are titles.
    private void AddName(DicomTag tag, string name)
    {
        foreach (string group in name.Split('='))
        {
            string[] components = group.Split('^');
            AddPhrase(IdentityKind.Name, tag, group);
            if (components.Length > 1 && components[1].Length > 0) AddPhrase(IdentityKind.Name, tag, components[1] + " " + components[0]);
            for (int i = 0; i < Math.Min(NamesOfPerson, components.Length); i++)
            {
                AddPhrase(IdentityKind.Name, tag, components[i]);
                foreach ((int start, int length) in Words.In(components[i].AsSpan())) AddPhrase(IdentityKind.Name, tag, components[i].Substring(start, length));
            }
        }
    }

    private void AddDate(DicomElement element, string text)
    {
        if (element.VR == DicomVR.TM)
        {
            // Whole minutes are no mark of anybody.
            bool isExact = text.Length > TimeLength || (text.Length == TimeLength && !text.EndsWith("00", StringComparison.Ordinal));
            if (isExact) AddPhrase(IdentityKind.Date, element.Tag, text);
            return;
        }

        string day = element.VR == DicomVR.DT && text.Length >= DateLength ? text.Substring(0, DateLength) : text;
        if (day.Length < text.Length && !Dummies.Contains(day)) AddPhrase(IdentityKind.Date, element.Tag, text);
        if (Dummies.Contains(day)) return;
        if (!DateTimes.TryParseDate(day, out DateTime date))
        {
            // Less than a month is no mark of anybody.
            if (text.Length > TimeLength) AddPhrase(IdentityKind.Date, element.Tag, text);
            return;
        }

        // The same date of the same attribute is no other one that was moved.
        AddHash(Words.Append(Words.Hash(date.ToString("yyyyMMdd", CultureInfo.InvariantCulture).AsSpan()), element.Tag.Value), IdentityKind.Date, element.Tag);
        foreach (string form in (string[])["yyyyMMdd", "yyyy MM dd", "dd MM yyyy", "MM dd yyyy", "d M yyyy", "M d yyyy"])
            AddPhrase(IdentityKind.Date, element.Tag, date.ToString(form, CultureInfo.InvariantCulture));
    }

    private void AddUid(string uid, DicomTag tag)
    {
        if (UidRules.IsOfStandard(uid)) return;
        if (UidRules.IsValid(uid) && uid.Length >= MinimumUid && uid.IndexOf('.') > 0) AddHash(Words.HashOfUid(uid.AsSpan()), IdentityKind.Uid, tag);
        else AddPhrase(IdentityKind.Uid, tag, uid);
    }

    /// <summary>Adds a value as a phrase; a long one in pieces, each of which is looked for.</summary>
    private void AddPhrase(IdentityKind kind, DicomTag tag, string value)
    {
        if (Dummies.Contains(value)) return;
        foreach (ulong hash in Words.PhrasesOf(value)) AddHash(hash, kind, tag);
    }

    private void Allow(DicomTag tag, string text)
    {
        _allowedValues.Add((tag.Value, Words.Hash(text.AsSpan().TrimEnd([' ', '\0']))));
        foreach (string value in text.Split('\\')) _allowed.UnionWith(Words.PhrasesOf(value));
    }

    private void AddHash(ulong hash, IdentityKind kind, DicomTag tag)
    {
        var value = new IdentityValue(kind, tag, 0);
        if (!_phrases.TryGetValue(hash, out IdentityValue known) || value.IsBetterThan(known)) _phrases[hash] = value;
    }
}
