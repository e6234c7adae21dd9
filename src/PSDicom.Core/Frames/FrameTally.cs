using System;
using System.Globalization;

namespace PSDicom.Frames;

/// <summary>A number of frames and its source.</summary>
internal readonly struct FrameTally
{
    private FrameTally(long count, FrameCountSource source, string? warning)
    {
        Count = (int)Math.Min(int.MaxValue, count);
        Source = source;
        Warning = warning;
    }

    /// <summary>The number of frames.</summary>
    public int Count { get; }

    /// <summary>The source of the number.</summary>
    public FrameCountSource Source { get; }

    /// <summary>The problem; null if there is none.</summary>
    public string? Warning { get; }

    /// <summary>No pixel data.</summary>
    public static FrameTally None(string? warning = null) => new(0, FrameCountSource.None, warning);

    /// <summary>The declared number.</summary>
    public static FrameTally Declared(DeclaredFrames declared, string? warning = null) =>
        new(declared.Number!.Value, FrameCountSource.Declared, warning);

    /// <summary>A number that differs from the declared one, or that is not declared.</summary>
    public static FrameTally Found(DeclaredFrames declared, long count) => declared.IsAbsent && count == 1
        ? new(1, FrameCountSource.Single, null)
        : new(count, FrameCountSource.Counted, Invariant($"{declared}, but the pixel data hold {count} frame{(count == 1 ? "" : "s")}."));

    /// <summary>The same number, with the damage of the pixel data.</summary>
    public FrameTally WithDamage(string damage) => new(Count, Source, Warning is null ? damage : $"{Warning} {damage}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
