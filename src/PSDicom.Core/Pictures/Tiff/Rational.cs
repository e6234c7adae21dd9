namespace PSDicom.Pictures.Tiff;

/// <summary>A number as a fraction of two 32-bit integers.</summary>
internal static class Rational
{
    /// <summary>The best approximation by a continued fraction; the numerator is 0 if the number is too small.</summary>
    /// <param name="number">The number, above 0; numbers that are too large become the maximum.</param>
    public static (uint Numerator, uint Denominator) Of(double number)
    {
        if (number >= uint.MaxValue) return (uint.MaxValue, 1);
        (ulong numerator, ulong denominator) = (1, 0);
        (ulong lastNumerator, ulong lastDenominator) = (0, 1);
        double rest = number;
        while (rest <= uint.MaxValue)
        {
            ulong whole = (ulong)rest;
            ulong nextNumerator = whole * numerator + lastNumerator, nextDenominator = whole * denominator + lastDenominator;
            if (nextNumerator > uint.MaxValue || nextDenominator > uint.MaxValue) break;
            (lastNumerator, lastDenominator) = (numerator, denominator);
            (numerator, denominator) = (nextNumerator, nextDenominator);
            rest = 1 / (rest - whole);
        }

        return ((uint)numerator, (uint)denominator);
    }
}
