using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Gif;

/// <summary>Compresses the indices of a picture: LZW with codes that grow from the size of an index to 12 bits (GIF89a appendix F).</summary>
internal sealed class LzwEncoder(Stream stream)
{
    private const int MaxBits = 12;

    // Several times the possible codes, so that a search takes a step or two.
    private const int TableBits = MaxBits + 2;

    // A cell is 0, or a known string: the code of its prefix and its last index (together the key), and the code of the string.
    private readonly uint[] _table = new uint[1 << TableBits];
    private readonly CodeWriter _codes = new(stream);

    /// <summary>Writes the code size, the compressed indices and the end code.</summary>
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
            while ((cell = table[place]) != 0 && cell >> MaxBits != key) place = (place + 1) & ((1 << TableBits) - 1);
            if (cell != 0)
            {
                prefix = (int)(cell & ((1 << MaxBits) - 1));
                continue;
            }

            codes.Write(prefix, bits);
            prefix = indices[i];
            table[place] = key << MaxBits | (uint)next;

            // The reader adds each string one code later.
            if (next == 1 << bits) bits++;
            if (++next < 1 << MaxBits) continue;
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
