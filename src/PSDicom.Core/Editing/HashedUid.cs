using System;
using System.Globalization;
using System.Numerics;

namespace PSDicom.Editing;

/// <summary>Makes unique identifiers from hashes.</summary>
internal static class HashedUid
{
    /// <summary>The root of identifiers made from UUIDs (PS3.5 section B.2).</summary>
    private const string Root = "2.25.";

    /// <summary>The identifier of a hash of at least 16 bytes: in the layout of a random UUID (version 4).</summary>
    public static string Of(byte[] hash)
    {
        // The most significant byte last, and a byte of zero for the sign.
        var number = new byte[17];
        Array.Copy(hash, number, 16);
        number[9] = (byte)((number[9] & 0x0F) | 0x40);
        number[7] = (byte)((number[7] & 0x3F) | 0x80);
        return Root + new BigInteger(number).ToString(CultureInfo.InvariantCulture);
    }
}
