namespace PSDicom.IO.Reading;

/// <summary>What an item or a delimiter means where an element could be.</summary>
internal enum DelimiterMeaning
{
    /// <summary>It ends the item that is read.</summary>
    EndsItem,

    /// <summary>The item has ended before it, without a delimiter of its own.</summary>
    FollowsItem,

    /// <summary>It cannot belong here.</summary>
    None,
}
