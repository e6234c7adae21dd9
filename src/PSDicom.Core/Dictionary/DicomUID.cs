using System;
using System.Diagnostics.CodeAnalysis;
using PSDicom.Dictionary;

namespace PSDicom;

/// <summary>A unique identifier that the standard registers (PS3.6 annex A): a SOP class, a transfer syntax, a coding scheme.</summary>
public sealed partial class DicomUID
{
    internal DicomUID(string value, string keyword, string name, string type, bool isRetired)
    {
        Value = value;
        Keyword = keyword;
        Name = name;
        Type = type;
        IsRetired = isRetired;
    }

    /// <summary>Makes an identifier from its numbers, or from the keyword of a registered one. Only a registered one has a name.</summary>
    public DicomUID(string value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value));
        bool isRegistered = TryGet(value, out DicomUID? uid) || TryGetByKeyword(value, out uid);
        Value = isRegistered ? uid!.Value : value;
        Keyword = isRegistered ? uid!.Keyword : string.Empty;
        Name = isRegistered ? uid!.Name : string.Empty;
        Type = isRegistered ? uid!.Type : string.Empty;
        IsRetired = isRegistered && uid!.IsRetired;
    }

    /// <summary>The numbers, with dots.</summary>
    public string Value { get; }

    /// <summary>The keyword, a name without spaces; empty where the standard has withdrawn it.</summary>
    public string Keyword { get; }

    /// <summary>The name; empty where the standard has withdrawn it.</summary>
    public string Name { get; }

    /// <summary>The UID type in the standard: <c>SOP Class</c>, <c>Transfer Syntax</c>.</summary>
    public string Type { get; }

    /// <summary>Whether the standard has withdrawn it.</summary>
    public bool IsRetired { get; }

    /// <summary>Finds a registered identifier by its numbers; a trailing zero byte or space, as for padding, is ignored.</summary>
    public static bool TryGet(string? uid, [NotNullWhen(true)] out DicomUID? result) => UIDTable.Instance.TryGet(uid, out result);

    /// <summary>Finds a registered identifier by its keyword, without regard to case.</summary>
    public static bool TryGetByKeyword(string? keyword, [NotNullWhen(true)] out DicomUID? result) =>
        UIDTable.Instance.TryGetByKeyword(keyword, out result);

    /// <summary>
    /// Whether it is the same identifier, or text that is its numbers, keyword or name, without regard to case. PowerShell's -eq uses it.
    /// </summary>
    public override bool Equals(object? obj) => obj is string text ? IsCalled(text) : obj is DicomUID other && other.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The name, or else the numbers.</summary>
    public override string ToString() => Name.Length > 0 ? Name : Value;

    /// <summary>Whether the text is the numbers, the keyword or the name.</summary>
    internal bool IsCalled(string text) =>
        text.Length > 0 && (text == Value || string.Equals(text, Keyword, StringComparison.OrdinalIgnoreCase) || string.Equals(text, Name, StringComparison.OrdinalIgnoreCase));
}
