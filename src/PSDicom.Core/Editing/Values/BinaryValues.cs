using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Data.Rules;

namespace PSDicom.Editing.Values;

/// <summary>Encodes bytes and words: never text as it is, which a reader would take for bytes.</summary>
internal static class BinaryValues
{
    private const string HexPrefix = "0x";

    /// <summary>Encodes bytes, an array of numbers as large as the words, or text of hexadecimal digits after 0x.</summary>
    /// <exception cref="DicomException">The value does not fit.</exception>
    public static byte[] Encode(object? value, ValueContext context)
    {
        byte[] bytes = value switch
        {
            null or "" => [],
            byte[] given => (byte[])given.Clone(),
            string text when text.StartsWith(HexPrefix, StringComparison.OrdinalIgnoreCase) => FromHex(text.Substring(HexPrefix.Length), context),
            ushort[] or short[] or uint[] or int[] or ulong[] or long[] or float[] or double[] => FromArray((Array)value, context),
            IEnumerable<object> many when many.All(one => one is byte) => [.. many.Cast<byte>()],
            _ => throw context.Invalid($"The value is {ValueEncoder.NameOf(value)}, but {context.VR} holds bytes: give bytes, or hexadecimal digits after 0x."),
        };
        if (ValueRules.OfByteLength(context.VR, bytes.Length) is { } violation) throw context.Invalid(violation.Describe("this element"));
        return bytes;
    }

    private static byte[] FromHex(string digits, ValueContext context)
    {
        digits = digits.Replace(" ", string.Empty);
        var bytes = new byte[digits.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(digits.Substring(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
                throw context.Invalid("The value has characters after 0x that are not hexadecimal digits.");
        }

        return digits.Length % 2 == 0 ? bytes : throw context.Invalid("The value has half a byte: the hexadecimal digits after 0x are not in pairs.");
    }

    private static byte[] FromArray(Array numbers, ValueContext context)
    {
        int unit = Buffer.ByteLength(numbers) / Math.Max(1, numbers.Length);
        if (numbers.Length > 0 && unit != context.VR.UnitSize) throw context.Invalid($"The numbers have {unit} bytes each, but {context.VR} has words of {context.VR.UnitSize}.");
        var bytes = new byte[Buffer.ByteLength(numbers)];
        Buffer.BlockCopy(numbers, 0, bytes, 0, bytes.Length);
        return bytes;
    }
}
