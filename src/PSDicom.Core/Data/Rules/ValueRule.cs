namespace PSDicom.Data.Rules;

/// <summary>The rules of PS3.5 that a value can break.</summary>
internal enum ValueRule
{
    /// <summary>The number of bytes is not a multiple of the size of a number or word (PS3.5 table 6.2-1).</summary>
    ByteLength,

    /// <summary>The number of values is not what the dictionary allows (PS3.5 section 6.4).</summary>
    Multiplicity,

    /// <summary>A value has more characters than its value representation allows (PS3.5 table 6.2-1).</summary>
    Length,

    /// <summary>A value has characters that its value representation does not allow (PS3.5 section 6.1 and table 6.2-1).</summary>
    Repertoire,

    /// <summary>A value is not written in the form of its value representation (PS3.5 table 6.2-1, section 9.1).</summary>
    Syntax,

    /// <summary>A number is too large for its value representation (PS3.5 table 6.2-1).</summary>
    Range,

    /// <summary>The value is padded with another character than that of its value representation (PS3.5 section 6.2).</summary>
    Padding,
}
