namespace PSDicom.Pictures.Tiff;

/// <summary>A number as a fraction of two whole ones of 32 bits.</summary>
internal static class Rational
{
    /// <summary>The nearest fraction that a continued fraction finds; its numerator is 0 if the number is too small.</summary>
    /// <param name="number">Greater than 0; what is too large becomes the largest there is.</param>
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
