using System.Diagnostics.CodeAnalysis;
using PSDicom.Dictionary;

namespace PSDicom;

/// <summary>A unique identifier that the standard registers (PS3.6 annex A): a SOP class, a transfer syntax, a coding scheme.</summary>
public sealed class DicomUID
{
    internal DicomUID(string value, string keyword, string name, string type, bool isRetired)
    {
        Value = value;
        Keyword = keyword;
        Name = name;
        Type = type;
        IsRetired = isRetired;
    }

    /// <summary>The numbers, with dots.</summary>
    public string Value { get; }

    /// <summary>The name without spaces that programs use; empty where the standard has withdrawn even the name.</summary>
    public string Keyword { get; }

    /// <summary>The name for people; empty where the standard has withdrawn it.</summary>
    public string Name { get; }

    /// <summary>What is identified, in the standard's words: <c>SOP Class</c>, <c>Transfer Syntax</c>.</summary>
    public string Type { get; }

    /// <summary>Whether the standard has withdrawn it.</summary>
    public bool IsRetired { get; }

    /// <summary>Finds a registered identifier by its numbers; a trailing zero byte or space, as files pad with, is ignored.</summary>
    public static bool TryGet(string? uid, [NotNullWhen(true)] out DicomUID? result) => UIDTable.Instance.TryGet(uid, out result);

    /// <summary>Finds a registered identifier by its keyword, without regard to case.</summary>
    public static bool TryGetByKeyword(string? keyword, [NotNullWhen(true)] out DicomUID? result) =>
        UIDTable.Instance.TryGetByKeyword(keyword, out result);

    /// <summary>The name, or else the numbers.</summary>
    public override string ToString() => Name.Length > 0 ? Name : Value;
}
