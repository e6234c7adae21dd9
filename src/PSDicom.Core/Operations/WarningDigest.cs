using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PSDicom.Operations;

/// <summary>
/// Combines similar warnings, so that they do not hide others: the first is shown at once, the rest are counted and shown in one line. Warnings
/// are similar if they differ only in numbers. They are counted for each file that the user named, for all other files together.
/// </summary>
public sealed class WarningDigest
{
    /// <summary>The most kinds of warnings to combine: warnings that quote file contents may all differ. Further ones are all shown.</summary>
    private const int MaxKinds = 1000;

    private readonly Dictionary<string, Kind> _ofRun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Kind> _ofFile = new(StringComparer.Ordinal);
    private string? _file;

    /// <summary>Begins or continues with the warnings of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The summaries to show for the preceding named file.</returns>
    public IReadOnlyList<RepeatedWarning> Begin(string path)
    {
        if (path == _file) return [];
        _file = path;
        return TakeSums(_ofFile);
    }

    /// <summary>Adds a warning of the current file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isNamed">Whether the user named the file itself.</param>
    /// <param name="message">The message.</param>
    /// <returns>Whether it has to be shown now.</returns>
    public bool IsFirst(string path, bool isNamed, string message)
    {
        if (message is null) throw new ArgumentNullException(nameof(message));
        Dictionary<string, Kind> kinds = isNamed ? _ofFile : _ofRun;
        string key = KeyOf(message);
        if (kinds.TryGetValue(key, out Kind? kind))
        {
            kind.Add(path, message);
            return false;
        }

        if (kinds.Count < MaxKinds) kinds.Add(key, new Kind(message));
        return true;
    }

    /// <summary>Ends the run.</summary>
    /// <returns>The remaining summaries to show.</returns>
    public IReadOnlyList<RepeatedWarning> Complete()
    {
        _file = null;
        return [.. TakeSums(_ofFile), .. TakeSums(_ofRun)];
    }

    private static RepeatedWarning[] TakeSums(Dictionary<string, Kind> kinds)
    {
        if (kinds.Count == 0) return [];
        RepeatedWarning[] sums = kinds.Values.Where(kind => kind.Count > 0).Select(kind => kind.Sum()).ToArray();
        kinds.Clear();
        return sums;
    }

    /// <summary>The message without its numbers.</summary>
    private static string KeyOf(string message)
    {
        var key = new StringBuilder(message.Length);
        foreach (char character in message)
        {
            if (character is < '0' or > '9') key.Append(character);
            else if (key.Length == 0 || key[key.Length - 1] != '#') key.Append('#');
        }

        return key.ToString();
    }

    /// <summary>Similar warnings after the first.</summary>
    private sealed class Kind(string first)
    {
        private string? _lastPath;
        private string? _lastMessage;
        private long _fileCount;

        public long Count { get; private set; }

        public void Add(string path, string message)
        {
            Count++;
            if (path != _lastPath) _fileCount++;
            _lastPath = path;
            _lastMessage = message;
        }

        public RepeatedWarning Sum() => Count == 1
            ? RepeatedWarning.Single(_lastPath!, _lastMessage!)
            : RepeatedWarning.Many(_fileCount == 1 ? _lastPath : null, Count, _fileCount, first);
    }
}
