using System.Collections.Concurrent;
using System.Globalization;

namespace PSDicom.Data.Rules;

/// <summary>The numbers of values that a value multiplicity of the dictionary allows: <c>1</c>, <c>1-3</c>, <c>1-n</c>, <c>2-2n</c> (PS3.5 section 6.4).</summary>
internal readonly record struct MultiplicityRange(int First, int Last, int Step)
{
    private const int Unlimited = int.MaxValue;

    private static readonly ConcurrentDictionary<string, MultiplicityRange> Known = new();

    /// <summary>Reads a value multiplicity of the dictionary.</summary>
    public static MultiplicityRange Of(string multiplicity) => multiplicity == "1" ? new(1, 1, 1) : Known.GetOrAdd(multiplicity, Parse);

    /// <summary>Whether a number of values is allowed.</summary>
    public bool Allows(int count) => count >= First && count <= Last && (count - First) % Step == 0;

    private static MultiplicityRange Parse(string multiplicity)
    {
        int dash = multiplicity.IndexOf('-');
        if (dash < 0) return new(Number(multiplicity), Number(multiplicity), 1);
        int first = Number(multiplicity.Substring(0, dash));
        string last = multiplicity.Substring(dash + 1);
        if (last == "n") return new(first, Unlimited, 1);
        return last[last.Length - 1] == 'n' ? new(first, Unlimited, Number(last.Substring(0, last.Length - 1))) : new(first, Number(last), 1);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
