using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Operations.Export;

/// <summary>
/// The open files of a stack. A file with one frame is closed when that is read; of those with several, a few stay open for the next frame.
/// Any number of threads may use it at once.
/// </summary>
/// <param name="open">Opens a file.</param>
/// <param name="frames">The frames of the stack.</param>
internal sealed class StackFiles(Func<string, StackFile> open, IEnumerable<StackFrame> frames) : IDisposable
{
    private const int MaxIdle = 16;

    private readonly HashSet<string> _withSeveral = [.. frames.GroupBy(frame => frame.Path).Where(file => file.Skip(1).Any()).Select(file => file.Key)];
    private readonly List<(string Path, StackFile File)> _idle = [];
    private bool _isDisposed;

    /// <summary>Does something with a file that is open.</summary>
    public T With<T>(string path, Func<StackFile, T> action)
    {
        StackFile file = Take(path) ?? open(path);
        try
        {
            return action(file);
        }
        finally
        {
            if (!_withSeveral.Contains(path) || !TryKeep(path, file)) file.Dispose();
        }
    }

    public void Dispose()
    {
        lock (_idle)
        {
            _isDisposed = true;
            foreach ((_, StackFile file) in _idle) file.Dispose();
            _idle.Clear();
        }
    }

    private StackFile? Take(string path)
    {
        lock (_idle)
        {
            int i = _idle.FindIndex(idle => idle.Path == path);
            if (i < 0) return null;
            StackFile file = _idle[i].File;
            _idle.RemoveAt(i);
            return file;
        }
    }

    private bool TryKeep(string path, StackFile file)
    {
        lock (_idle)
        {
            if (_isDisposed) return false;
            if (_idle.Count == MaxIdle)
            {
                _idle[0].File.Dispose();
                _idle.RemoveAt(0);
            }

            _idle.Add((path, file));
            return true;
        }
    }
}
