using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.HighThroughput;

namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>The variable-length codes to write, made of those of <see cref="QuadCodes"/>.</summary>
internal static class CodeTables
{
    /// <summary>The longest residual: 5 and 31 of the suffix, and four times 15 more.</summary>
    public const int MaxResidual = 5 + 31 + (4 * 15);

    /// <summary>
    /// Codes of quads of the first row, indexed by the context (bits 8 to 10), rho (4 to 7) and the samples whose exponent is the bound (0 to
    /// 3), which are none without u. A code is the codeword (bits 0 to 6), its length (8 to 11), and e_k (12 to 15).
    /// </summary>
    public static readonly ushort[] FirstRow = Make(QuadCodes.FirstRowCodes);

    /// <summary>Codes of quads of other rows.</summary>
    public static readonly ushort[] OtherRows = Make(QuadCodes.OtherRowCodes);

    /// <summary>
    /// Codes of residuals u (T.814 table 3): prefix in bits 0 to 2, its length (3 to 5), suffix (6 to 10), its length (11 to 13), extension (14
    /// to 17), its length (18 to 20).
    /// </summary>
    public static readonly uint[] Residuals = MakeResiduals();

    [MethodImpl(Compiled.AtOnce)]
    private static ushort[] Make(uint[] codes)
    {
        var table = new ushort[8 << 8];
        var known = new int[table.Length];
        foreach (uint code in codes)
        {
            bool hasResidual = (code & 8) != 0;
            uint first = (code >> 8) & 0xF, which = (code >> 12) & 0xF, index = ((code >> 23) << 8) | (code & 0xF0);
            for (uint bound = hasResidual ? 1u : 0; bound < (hasResidual ? 16u : 1); bound++)
            {
                // Of several codes, the one that tells most saves bits of magnitudes.
                int tells = 1 + CountOf(which);
                if ((bound & which) != first || known[index | bound] >= tells) continue;
                known[index | bound] = tells;
                table[index | bound] = (ushort)(((code >> 16) & 0x7F) | ((code & 7) << 8) | (which << 12));
            }
        }

        return table;
    }

    private static int CountOf(uint bits) => (int)((bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + ((bits >> 3) & 1));

    [MethodImpl(Compiled.AtOnce)]
    private static uint[] MakeResiduals()
    {
        var table = new uint[MaxResidual + 1];
        for (uint u = 1; u < table.Length; u++)
        {
            table[u] = u switch
            {
                1 => Code(1, 1, 0, 0),
                2 => Code(2, 2, 0, 0),
                < 5 => Code(4, 3, u - 3, 1),
                < 33 => Code(0, 3, u - 5, 5),
                _ => Code(0, 3, 28 + ((u - 33) & 3), 5) | ((u - 33) >> 2 << 14) | (4u << 18),
            };
        }

        return table;
    }

    private static uint Code(uint prefix, uint prefixLength, uint suffix, uint suffixLength) =>
        prefix | (prefixLength << 3) | (suffix << 6) | (suffixLength << 11);
}
