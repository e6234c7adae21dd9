using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Query;

namespace PSDicom.Validation.Modules;

/// <summary>
/// The condition of a conditional attribute, about other attributes of the same object: <c>00281221</c> is there, <c>!00281221</c> is not,
/// <c>00280004=A|B</c> has one of the values, <c>00180020!=EP</c> does not have them, <c>00280002&gt;1</c> is greater; joined by <c>&amp;</c>.
/// </summary>
internal sealed class AttributeCondition
{
    private const int TagDigits = 8;

    private readonly List<Term> _terms = [];

    private AttributeCondition(string text) => _terms.AddRange(text.Split('&').Select(Read));

    /// <summary>Reads a condition of the table of modules.</summary>
    public static AttributeCondition Parse(string text) => new(text);

    /// <summary>Whether it is true for an object.</summary>
    public bool IsTrue(ObjectAttributes attributes) => _terms.TrueForAll(term => term.IsTrue(attributes));

    /// <summary>The condition in words, without a value of the file.</summary>
    public override string ToString() => string.Join(" and ", _terms);

    private static Term Read(string text)
    {
        bool isNegated = text[0] == '!';
        int start = isNegated ? 1 : 0;
        DicomTag tag = DicomTag.Parse(text.Substring(start, TagDigits));
        string rest = text.Substring(start + TagDigits);
        if (rest.Length == 0) return new Term(tag, isNegated ? Relation.Absent : Relation.Present, []);
        if (rest[0] == '>') return new Term(tag, Relation.Greater, [rest.Substring(1)]);
        bool isOther = rest[0] == '!';
        return new Term(tag, isOther ? Relation.NoneOf : Relation.OneOf, rest.Substring(isOther ? 2 : 1).Split('|'));
    }

    private enum Relation
    {
        Present,
        Absent,
        OneOf,
        NoneOf,
        Greater,
    }

    private sealed class Term(DicomTag tag, Relation relation, string[] values)
    {
        public bool IsTrue(ObjectAttributes attributes)
        {
            DicomElement? element = attributes.Find(tag);
            return relation switch
            {
                Relation.Present => element is not null,
                Relation.Absent => element is null,
                Relation.Greater => element?.Dataset.GetNumber(tag) > double.Parse(values[0], CultureInfo.InvariantCulture),
                Relation.OneOf => element is not null && HasOne(element),
                _ => element is null || !HasOne(element),
            };
        }

        public override string ToString() => TagNames.Of(tag) + relation switch
        {
            Relation.Present => " is there",
            Relation.Absent => " is not there",
            Relation.Greater => " is greater than " + values[0],
            Relation.OneOf => " is " + string.Join(" or ", values),
            _ => " is not " + string.Join(" or ", values),
        };

        private bool HasOne(DicomElement element) => Array.Exists(element.Dataset.GetTexts(tag), text => Array.IndexOf(values, text.Trim()) >= 0);
    }
}
