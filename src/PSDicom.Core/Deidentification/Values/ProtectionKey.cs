using System;
using System.Security.Cryptography;
using System.Text;
using PSDicom.Editing;

namespace PSDicom.Deidentification.Values;

/// <summary>
/// The secret from which new identifiers, pseudonyms and date shifts are computed, by HMAC-SHA256: the same for the same, and nobody without
/// the key can find the old ones by trying (PS3.15 table E.1.1-1 note 3 about hashes without a key). Thread-safe.
/// </summary>
internal sealed class ProtectionKey
{
    /// <summary>The bytes that a key of a user must have at least.</summary>
    public const int MinimumLength = 16;

    private const int MaxShift = 3650;
    private const int PseudonymLength = 16;

    // Without letters that look like digits, or like each other.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly byte[] _secret;
    private readonly RecentValues _uids;
    private readonly RecentValues _pseudonyms;

    /// <summary>Makes a key.</summary>
    /// <param name="secret">The secret; null for a random one.</param>
    public ProtectionKey(byte[]? secret)
    {
        IsRandom = secret is null;
        if (secret is null)
        {
            secret = new byte[32];
            using var random = RandomNumberGenerator.Create();
            random.GetBytes(secret);
        }

        _secret = (byte[])secret.Clone();
        _uids = new RecentValues(uid => DerivedUid.Of(Hash("uid", uid), DerivedUid.CustomVersion));
        _pseudonyms = new RecentValues(NewPseudonym);
    }

    /// <summary>Whether it was made for this run, so that no other run gives the same results.</summary>
    public bool IsRandom { get; }

    /// <summary>The new unique identifier for an old one.</summary>
    public string UidOf(string uid) => _uids.Of(uid);

    /// <summary>The pseudonym for a patient: 80 bits in 16 letters and digits.</summary>
    public string PseudonymOf(string patient) => _pseudonyms.Of(patient);

    /// <summary>By how many days the dates of a patient become earlier: 1 to 3650.</summary>
    public int DaysOf(string patient) => 1 + (int)(BitConverter.ToUInt32(Ordered(Hash("days", patient)), 0) % MaxShift);

    private string NewPseudonym(string patient)
    {
        byte[] hash = Hash("patient", patient);
        var text = new char[PseudonymLength];
        int bits = 0, count = 0;
        for (int i = 0, next = 0; i < text.Length; i++)
        {
            if (count < 5)
            {
                bits = (bits << 8) | hash[next++];
                count += 8;
            }

            count -= 5;
            text[i] = Alphabet[(bits >> count) & 0x1F];
            bits &= (1 << count) - 1;
        }

        return new string(text);
    }

    // The same on machines of either byte order.
    private static byte[] Ordered(byte[] hash)
    {
        if (!BitConverter.IsLittleEndian) Array.Reverse(hash, 0, sizeof(uint));
        return hash;
    }

    // A kind of value has hashes of its own: those of one must not tell anything about another.
    private byte[] Hash(string kind, string text)
    {
        using var hmac = new HMACSHA256(_secret);
        return hmac.ComputeHash(Encoding.UTF8.GetBytes(kind + "\n" + text));
    }
}
