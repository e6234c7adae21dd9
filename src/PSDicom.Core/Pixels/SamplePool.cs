using System;
using System.Collections.Generic;

namespace PSDicom.Pixels;

/// <summary>
/// Arrays of samples that are used again. Those of a frame are so large that for each few of them the collector goes through all memory,
/// which in PowerShell takes a third of the time of an export.
/// </summary>
internal sealed class SamplePool
{
    private const int MaxArrays = 32;
    private const long MaxBytes = 64L << 20;

    private readonly List<Array> _idle = [];
    private long _bytes;

    /// <summary>The pool that all exports share.</summary>
    public static SamplePool Shared { get; } = new();

    /// <summary>An array of zeros that was returned, of just this type and length; null if there is none.</summary>
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

    /// <summary>Gives an array to whoever needs one next: nobody uses it any more.</summary>
    public void Return(Array array)
    {
        long bytes = Buffer.ByteLength(array);
        if (bytes > MaxBytes) return;
        lock (_idle)
        {
            // The oldest are of frames of another size.
            while (_idle.Count == MaxArrays || _bytes + bytes > MaxBytes) RemoveAt(0);
            _idle.Add(array);
            _bytes += bytes;
        }
    }

    /// <summary>Lets go of all arrays.</summary>
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
