using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace PSDicom.Operations.Sets;

/// <summary>Many paths in little memory: each folder once, and names as bytes.</summary>
internal sealed class PathList
{
    private const int BlockSize = 1 << 16;

    private readonly Dictionary<string, int> _folderNumbers = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];
    private readonly List<byte[]> _blocks = [];
    private readonly List<Entry> _entries = [];
    private int _used = BlockSize;

    /// <summary>The number of paths.</summary>
    public int Count => _entries.Count;

    /// <summary>A path.</summary>
    public string this[int index]
    {
        get
        {
            Entry entry = _entries[index];
            return _folders[entry.Folder] + Encoding.UTF8.GetString(_blocks[entry.Block], entry.Start, entry.Length);
        }
    }

    /// <summary>Adds a path.</summary>
    /// <returns>Its index.</returns>
    public int Add(string path)
    {
        // Up to and with the separator, so that the two parts are the path again, whatever its separators are.
        int end = Math.Max(path.LastIndexOf(Path.DirectorySeparatorChar), path.LastIndexOf(Path.AltDirectorySeparatorChar)) + 1;
        string folder = path.Substring(0, end);
        if (!_folderNumbers.TryGetValue(folder, out int number))
        {
            number = _folders.Count;
            _folderNumbers.Add(folder, number);
            _folders.Add(folder);
        }

        byte[] name = Encoding.UTF8.GetBytes(path.Substring(end));
        if (_used + name.Length > BlockSize)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, name.Length)]);
            _used = 0;
        }

        name.CopyTo(_blocks[_blocks.Count - 1], _used);
        _entries.Add(new Entry(number, _blocks.Count - 1, (ushort)_used, (ushort)name.Length));
        _used += name.Length;
        return _entries.Count - 1;
    }

    private readonly struct Entry(int folder, int block, ushort start, ushort length)
    {
        public int Folder { get; } = folder;

        public int Block { get; } = block;

        public ushort Start { get; } = start;

        public ushort Length { get; } = length;
    }
}
