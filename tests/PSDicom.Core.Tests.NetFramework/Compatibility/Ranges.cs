// Indexes and ranges: what the compiler makes of [^1] and [1..].
namespace System
{
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public bool IsFromEnd => fromEnd;

        public int Value => value;

        public static implicit operator Index(int value) => new(value);

        public int GetOffset(int length) => fromEnd ? length - value : value;
    }

    internal readonly struct Range(Index start, Index end)
    {
        public static Range All => new(0, new Index(0, fromEnd: true));

        public Index Start => start;

        public Index End => end;

        public static Range StartAt(Index start) => new(start, new Index(0, fromEnd: true));

        public static Range EndAt(Index end) => new(0, end);

        public (int Offset, int Length) GetOffsetAndLength(int length)
        {
            int offset = start.GetOffset(length);
            return (offset, end.GetOffset(length) - offset);
        }
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Stands before that of the class library, so that it has to have what the compiler takes from there as well.</summary>
    internal static class RuntimeHelpers
    {
        private static readonly Action<Array, RuntimeFieldHandle> Initialize = (Action<Array, RuntimeFieldHandle>)Delegate.CreateDelegate(
            typeof(Action<Array, RuntimeFieldHandle>),
            typeof(object).Assembly.GetType("System.Runtime.CompilerServices.RuntimeHelpers", throwOnError: true)!.GetMethod(nameof(InitializeArray))!);

        public static void InitializeArray(Array array, RuntimeFieldHandle field) => Initialize(array, field);

        public static T[] GetSubArray<T>(T[] array, Range range)
        {
            (int offset, int length) = range.GetOffsetAndLength(array.Length);
            var part = new T[length];
            Array.Copy(array, offset, part, 0, length);
            return part;
        }
    }
}
