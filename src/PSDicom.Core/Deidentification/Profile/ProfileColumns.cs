using System;

namespace PSDicom.Deidentification.Profile;

/// <summary>Reads the columns of the tables of PS3.15 annex E.</summary>
internal static class ProfileColumns
{
    /// <summary>The action of the basic profile.</summary>
    public static ProfileAction Parse(string text) => text switch
    {
        "X" => ProfileAction.Remove,
        "Z" => ProfileAction.Empty,
        "D" => ProfileAction.Dummy,
        "U" => ProfileAction.Uid,
        "K" => ProfileAction.Keep,
        "C" => ProfileAction.Clean,
        "X/Z" => ProfileAction.RemoveOrEmpty,
        "X/D" => ProfileAction.RemoveOrDummy,
        "X/Z/D" => ProfileAction.RemoveOrEmptyOrDummy,
        "Z/D" => ProfileAction.EmptyOrDummy,
        "X/Z/U*" => ProfileAction.UidsInside,
        _ => throw new InvalidOperationException($"'{text}' is no action of the profile."),
    };

    /// <summary>The strongest of the options that are chosen: keeping before cleaning; null if none applies.</summary>
    public static ProfileAction? Strongest(ProfileAction? one, string column, bool isChosen)
    {
        if (!isChosen || column.Length == 0 || one == ProfileAction.Keep) return one;
        return Parse(column);
    }
}
