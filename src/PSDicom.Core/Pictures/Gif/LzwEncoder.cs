using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Gif;

/// <summary>Compresses the indices of a picture: LZW with codes that grow from the size of an index to 12 bits (GIF89a appendix F).</summary>
internal sealed class LzwEncoder(Stream stream)
{
    private const int MaximumBits = 12;

    // Several times the codes there can be, so that a search ends after a step or two.
    private const int TableBits = MaximumBits + 2;

    // A cell is 0, or a known text: the code of all but its last index, that index (together the key), and the code of the text.
    private readonly uint[] _table = new uint[1 << TableBits];
    private readonly CodeWriter _codes = new(stream);

    /// <summary>Writes the size of an index, the compressed indices, and their end.</summary>
    /// <param name="indices">One or more; each is less than 2 to the power of <paramref name="indexBits"/>.</param>
    /// <param name="indexBits">2 to 8.</param>
    [MethodImpl(Compiled.AtOnce)]
    public void Write(byte[] indices, int indexBits)
    {
        uint[] table = _table;
        int clear = 1 << indexBits, firstFree = clear + 2;
        int next = firstFree, bits = indexBits + 1;
        stream.WriteByte((byte)indexBits);
        Array.Clear(table, 0, table.Length);
        CodeWriter codes = _codes;
        codes.Write(clear, bits);

        int prefix = indices[0];
        for (int i = 1; i < indices.Length; i++)
        {
            uint key = (uint)(prefix << 8 | indices[i]);
            int place = (int)(key * 0x9E37_79B1 >> (32 - TableBits));
            uint cell;
            while ((cell = table[place]) != 0 && cell >> MaximumBits != key) place = (place + 1) & ((1 << TableBits) - 1);
            if (cell != 0)
            {
                prefix = (int)(cell & ((1 << MaximumBits) - 1));
                continue;
            }

            codes.Write(prefix, bits);
            prefix = indices[i];
            table[place] = key << MaximumBits | (uint)next;

            // The reader knows each text one code later.
            if (next == 1 << bits) bits++;
            if (++next < 1 << MaximumBits) continue;
            codes.Write(clear, bits);
            Array.Clear(table, 0, table.Length);
            next = firstFree;
            bits = indexBits + 1;
        }

        codes.Write(prefix, bits);
        if (next == 1 << bits) bits++;
        codes.Write(clear + 1, bits);
        codes.Finish();
    }
}
