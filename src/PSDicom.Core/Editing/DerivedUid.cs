using System;
using System.Globalization;
using System.Numerics;

namespace PSDicom.Editing;

/// <summary>Unique identifiers made from hashes, in the form of those that are made from UUIDs (PS3.5 section B.2).</summary>
internal static class DerivedUid
{
    /// <summary>The version of random UUIDs (RFC 9562 section 5.4).</summary>
    public const int RandomVersion = 4;

    /// <summary>The version of UUIDs with contents of one's own (RFC 9562 section 5.8).</summary>
    public const int CustomVersion = 8;

    private const string Root = "2.25.";

    /// <summary>The identifier of a hash: 122 bits of it, at most 44 characters.</summary>
    /// <param name="hash">At least 16 bytes.</param>
    /// <param name="version">The version of the UUID.</param>
    public static string Of(byte[] hash, int version)
    {
        // The most significant byte is the last, and a byte of zero is for the sign.
        var number = new byte[17];
        Array.Copy(hash, number, 16);
        number[9] = (byte)((number[9] & 0x0F) | (version << 4));
        number[7] = (byte)((number[7] & 0x3F) | 0x80);
        return Root + new BigInteger(number).ToString(CultureInfo.InvariantCulture);
    }
}
