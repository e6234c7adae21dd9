using System.Buffers.Binary;
using System.Security.Cryptography;

namespace System;

/// <summary>Members about bytes that .NET has and .NET Framework has not.</summary>
internal static class Bytes
{
    extension(Array)
    {
        public static void Clear(Array array) => Array.Clear(array, 0, array.Length);

        public static void Fill<T>(T[] array, T value) => array.AsSpan().Fill(value);
    }

    extension(BinaryPrimitives)
    {
        public static void WriteSingleLittleEndian(Span<byte> target, float value) => BitConverter.GetBytes(value).CopyTo(target);

        public static void WriteDoubleLittleEndian(Span<byte> target, double value) => BitConverter.GetBytes(value).CopyTo(target);
    }

    extension(Convert)
    {
        public static string ToHexString(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "");
    }

    extension(SHA256)
    {
        public static byte[] HashData(byte[] bytes)
        {
            using SHA256 hash = SHA256.Create();
            return hash.ComputeHash(bytes);
        }

        public static byte[] HashData(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes.ToArray());
    }

    public static int IndexOfAnyExcept(this Span<byte> bytes, byte value)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != value) return i;
        }

        return -1;
    }

    public static void AddRange(this List<byte> list, ReadOnlySpan<byte> bytes) => list.AddRange(bytes.ToArray());

    public static void Write(this Stream stream, ReadOnlySpan<byte> bytes) => stream.Write(bytes.ToArray(), 0, bytes.Length);
}
