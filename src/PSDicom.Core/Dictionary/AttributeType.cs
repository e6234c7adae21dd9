namespace PSDicom.Dictionary;

/// <summary>Whether an object must have an attribute of a module (PS3.5 section 7.4).</summary>
internal enum AttributeType
{
    /// <summary>It must have a value.</summary>
    Type1,

    /// <summary>It must be there, but may be empty.</summary>
    Type2,

    /// <summary>It may be there.</summary>
    Type3,
}
