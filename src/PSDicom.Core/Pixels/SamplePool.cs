using System;
using System.Collections.Generic;

namespace PSDicom.Pixels;

/// <summary>
/// A pool of sample arrays. Frames are so large that allocating a few of them starts a full garbage collection, which in PowerShell takes a
/// third of the time of an export.
/// </summary>
internal sealed class SamplePool
{
    private const int MaxArrays = 32;
    private const long MaxBytes = 64L << 20;

    private readonly List<Array> _idle = [];
    private long _bytes;

    /// <summary>The pool that all exports share.</summary>
    public static SamplePool Shared { get; } = new();

    /// <summary>A returned array of exactly this type and length, cleared; null if there is none.</summary>
    public Array? TryRent(Type element, int length)
    {
        Array? array;
        lock (_idle)
        {
            int index = _idle.FindIndex(idle => idle.Length == length && idle.GetType().GetElementType() == element);
            if (index < 0) return null;
            array = _idle[index];
            RemoveAt(index);
        }

        Array.Clear(array, 0, length);
        return array;
    }

    /// <summary>Returns an array that is no longer used.</summary>
    public void Return(Array array)
    {
        long bytes = Buffer.ByteLength(array);
        if (bytes > MaxBytes) return;
        lock (_idle)
        {
            // The oldest arrays are likely of another frame size.
            while (_idle.Count == MaxArrays || _bytes + bytes > MaxBytes) RemoveAt(0);
            _idle.Add(array);
            _bytes += bytes;
        }
    }

    /// <summary>Releases all arrays.</summary>
    public void Clear()
    {
        lock (_idle)
        {
            _idle.Clear();
            _bytes = 0;
        }
    }

    private void RemoveAt(int index)
    {
        _bytes -= Buffer.ByteLength(_idle[index]);
        _idle.RemoveAt(index);
    }
}
