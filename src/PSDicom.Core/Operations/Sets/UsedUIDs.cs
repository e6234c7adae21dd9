using System.Collections.Generic;

namespace PSDicom.Operations.Sets;

/// <summary>The unique identifiers of a set, with what each was first used for, and where.</summary>
internal sealed class UsedUIDs
{
    private readonly Dictionary<TextKey, Use> _uses = [];
    private readonly HashSet<(int File, UIDKind First, UIDKind Other)> _conflicts = [];

    /// <summary>Notes a use of an identifier.</summary>
    /// <param name="uid">The identifier; nothing is noted if there is none.</param>
    /// <param name="kind">What it identifies.</param>
    /// <param name="file">The number of the file.</param>
    /// <returns>Its first use; null if this is the first.</returns>
    public Use? Add(TextKey uid, UIDKind kind, int file)
    {
        if (uid.IsNone) return null;
        if (_uses.TryGetValue(uid, out Use first)) return first;
        _uses.Add(uid, new Use(kind, file));
        return null;
    }

    /// <summary>Whether a use for another kind was not seen before, as a study or series has many files.</summary>
    public bool IsNewConflict(Use first, UIDKind kind) => _conflicts.Add((first.File, first.Kind, kind));

    /// <summary>The first use of an identifier.</summary>
    /// <param name="kind">What it identifies.</param>
    /// <param name="file">The number of the file.</param>
    internal readonly struct Use(UIDKind kind, int file)
    {
        /// <summary>What it identifies.</summary>
        public UIDKind Kind { get; } = kind;

        /// <summary>The number of the file.</summary>
        public int File { get; } = file;
    }
}
