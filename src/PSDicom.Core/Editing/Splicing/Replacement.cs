using System;

namespace PSDicom.Editing.Splicing;

/// <summary>Bytes of the source that other bytes replace; with an empty range, bytes that are inserted.</summary>
/// <param name="Start">The position of the first byte replaced.</param>
/// <param name="End">The position after the last one.</param>
/// <param name="Bytes">The new bytes.</param>
/// <param name="Bulk">What follows them; null if nothing does.</param>
internal readonly record struct Replacement(long Start, long End, ReadOnlyMemory<byte> Bytes, BulkContent? Bulk = null)
{
    /// <summary>The change of the length.</summary>
    public long Delta => Bytes.Length + (Bulk?.Length ?? 0) - (End - Start);
}
