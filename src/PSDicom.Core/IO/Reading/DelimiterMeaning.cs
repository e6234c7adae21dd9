namespace PSDicom.IO.Reading;

/// <summary>The meaning of an item tag or a delimiter where an element is expected.</summary>
internal enum DelimiterMeaning
{
    /// <summary>It ends the current item.</summary>
    EndsItem,

    /// <summary>The current item ended before it, without a delimiter.</summary>
    FollowsItem,

    /// <summary>It does not belong here.</summary>
    None,
}
