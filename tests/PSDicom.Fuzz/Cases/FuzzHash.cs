using System.Runtime.InteropServices;

namespace PSDicom.Fuzz;

/// <summary>Tells results apart.</summary>
internal struct FuzzHash()
{
    private const ulong Prime = 0x0000_0100_0000_01B3;

    public ulong Value { get; private set; } = 0xCBF2_9CE4_8422_2325;

    public void Add(long number) => Value = (Value ^ (ulong)number) * Prime;

    public void Add(string? text)
    {
        Add(text?.Length ?? -1);
        Add(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words) Value = (Value ^ word ^ (Value >> 47)) * Prime;
        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..]) Value = (Value ^ rest) * Prime;
    }
}
