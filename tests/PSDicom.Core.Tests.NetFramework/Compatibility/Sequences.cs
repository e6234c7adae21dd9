namespace System.Linq;

/// <summary>Members about collections that .NET has and .NET Framework has not.</summary>
internal static class Sequences
{
    public static IEnumerable<T> Order<T>(this IEnumerable<T> values) => values.OrderBy(value => value);

    public static IEnumerable<T> Order<T>(this IEnumerable<T> values, IComparer<T> comparer) => values.OrderBy(value => value, comparer);

    public static IEnumerable<(T First, TOther Second)> Zip<T, TOther>(this IEnumerable<T> values, IEnumerable<TOther> others) =>
        values.Zip(others, (first, second) => (first, second));

    public static IEnumerable<T[]> Chunk<T>(this IEnumerable<T> values, int size) =>
        values.Select((value, index) => (value, index)).GroupBy(pair => pair.index / size, pair => pair.value).Select(group => group.ToArray());

    public static T FirstOrDefault<T>(this IEnumerable<T> values, Func<T, bool> condition, T otherwise) =>
        values.Where(condition).DefaultIfEmpty(otherwise).First();

    public static T? MinBy<T, TKey>(this IEnumerable<T> values, Func<T, TKey> key) => values.OrderBy(key).FirstOrDefault();

    public static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> pair, out TKey key, out TValue value) => (key, value) = (pair.Key, pair.Value);

    /// <summary>C# 14 would take that of spans, which turns the array itself around.</summary>
    public static IEnumerable<T> Reverse<T>(this T[] values) => Enumerable.Reverse(values);

    public static List<T> Slice<T>(this List<T> list, int start, int length) => list.GetRange(start, length);

    public static bool TryPop<T>(this Stack<T> stack, out T value)
    {
        bool hasAny = stack.Count > 0;
        value = hasAny ? stack.Pop() : default!;
        return hasAny;
    }
}
