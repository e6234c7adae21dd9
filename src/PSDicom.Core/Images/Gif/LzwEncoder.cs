using System;
using System.IO;

namespace PSDicom.Images.Gif;

/// <summary>Compresses the indices of a picture: LZW with codes that grow from the size of an index to 12 bits (GIF89a appendix F).</summary>
internal sealed class LzwEncoder
{
    private const int MaximumBits = 12;

    // Twice the codes there can be, so that a search ends after a step or two, and all of it stays in the processor's first cache.
    private const int TableBits = MaximumBits + 1;

    // A cell is 0, or a known text: the code of all but its last index, that index (together the key), and the code of the text.
    private readonly uint[] _table = new uint[1 << TableBits];
    private readonly SubBlocks _blocks = new();
    private ulong _pending;
    private int _pendingBits;

    /// <summary>Writes the size of an index, the compressed indices, and their end.</summary>
    /// <param name="indices">One or more; each is less than 2 to the power of <paramref name="indexBits"/>.</param>
    /// <param name="indexBits">2 to 8.</param>
    /// <param name="stream">Where to.</param>
    public void Write(byte[] indices, int indexBits, Stream stream)
    {
        int clear = 1 << indexBits, firstFree = clear + 2;
        int next = firstFree, bits = indexBits + 1;
        stream.WriteByte((byte)indexBits);
        Array.Clear(_table, 0, _table.Length);
        Put(clear, bits, stream);

        int prefix = indices[0];
        for (int i = 1; i < indices.Length; i++)
        {
            uint key = (uint)(prefix << 8 | indices[i]);
            uint cell = Find(key, out int place);
            if (cell != 0)
            {
                prefix = (int)(cell & ((1 << MaximumBits) - 1));
                continue;
            }

            Put(prefix, bits, stream);
            prefix = indices[i];
            _table[place] = key << MaximumBits | (uint)next;

            // The reader knows each text one code later.
            if (next == 1 << bits) bits++;
            if (++next < 1 << MaximumBits) continue;
            Put(clear, bits, stream);
            Array.Clear(_table, 0, _table.Length);
            next = firstFree;
            bits = indexBits + 1;
        }

        Put(prefix, bits, stream);
        if (next == 1 << bits) bits++;
        Put(clear + 1, bits, stream);
        Finish(stream);
    }

    private uint Find(uint key, out int place)
    {
        uint[] table = _table;
        place = (int)(key * 0x9E37_79B1 >> (32 - TableBits));
        uint cell;
        while ((cell = table[place]) != 0 && cell >> MaximumBits != key) place = (place + 1) & ((1 << TableBits) - 1);
        return cell;
    }

    /// <summary>Codes follow each other from the lowest bit of a byte on.</summary>
    private void Put(int code, int bits, Stream stream)
    {
        _pending |= (ulong)code << _pendingBits;
        _pendingBits += bits;
        while (_pendingBits >= 8)
        {
            _blocks.Add((byte)_pending, stream);
            _pending >>= 8;
            _pendingBits -= 8;
        }
    }

    private void Finish(Stream stream)
    {
        if (_pendingBits > 0) _blocks.Add((byte)_pending, stream);
        _pending = 0;
        _pendingBits = 0;
        _blocks.Finish(stream);
    }
}
