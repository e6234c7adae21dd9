namespace System;

/// <summary>Members of random numbers that .NET has and .NET Framework has not.</summary>
internal static class RandomValues
{
    extension(Random random)
    {
        public void NextBytes(Span<byte> target)
        {
            byte[] bytes = new byte[target.Length];
            random.NextBytes(bytes);
            bytes.CopyTo(target);
        }

        public long NextInt64() => random.NextInt64(0, long.MaxValue);

        public long NextInt64(long end) => random.NextInt64(0, end);

        public long NextInt64(long start, long end)
        {
            byte[] bytes = new byte[8];
            random.NextBytes(bytes);
            return start + (long)(BitConverter.ToUInt64(bytes, 0) % (ulong)(end - start));
        }

        public T[] GetItems<T>(ReadOnlySpan<T> choices, int count)
        {
            var items = new T[count];
            for (int i = 0; i < count; i++) items[i] = choices[random.Next(choices.Length)];
            return items;
        }
    }
}
