namespace PSDicom.Fuzz;

/// <summary>Random numbers that are the same for the same seed everywhere and for ever (SplitMix64).</summary>
internal sealed class FuzzRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The numbers of one case.</summary>
    public static FuzzRandom Of(ulong seed, string target, long number)
    {
        ulong state = seed;
        foreach (char letter in target) state = (state * 31) + letter;
        return new FuzzRandom(new FuzzRandom(state ^ ((ulong)number * 0xD134_2543_DE82_EF95)).Next());
    }

    public ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 and below a limit.</summary>
    public int Below(int limit) => limit <= 1 ? 0 : (int)(Next() % (ulong)limit);

    /// <summary>A number between two, either included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>A number from 0 and below a limit, more often a small one.</summary>
    public int Small(int limit) => Below(Below(Below(limit) + 1) + 1);

    public bool OneIn(int count) => Below(count) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A number that programs are apt to stumble over: a power of two or a limit of a type, or one beside it.</summary>
    public ulong Edge()
    {
        ulong power = 1UL << Below(64);
        return Below(8) switch
        {
            0 => 0,
            1 => power,
            2 => power - 1,
            3 => power + 1,
            4 => ulong.MaxValue,
            5 => 0 - power,
            6 => (ulong)Below(20),
            _ => Next() >> Below(64),
        };
    }

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++) bytes[i] = (byte)Next();
        return bytes;
    }
}
