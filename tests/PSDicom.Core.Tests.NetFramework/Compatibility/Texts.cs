using System.Globalization;
using System.Text;

namespace System;

/// <summary>Members about texts and numbers that .NET has and .NET Framework has not.</summary>
internal static class Texts
{
    extension(byte)
    {
        public static bool TryParse(ReadOnlySpan<char> text, NumberStyles style, IFormatProvider culture, out byte value) =>
            byte.TryParse(text.ToString(), style, culture, out value);
    }

    extension(double)
    {
        public static bool TryParse(string text, IFormatProvider culture, out double value) => double.TryParse(text, NumberStyles.Float, culture, out value);
    }

    extension(Encoding)
    {
        public static Encoding Latin1 => Encoding.GetEncoding(28591);
    }

    extension(Enum)
    {
        public static T[] GetValues<T>() => (T[])Enum.GetValues(typeof(T));
    }

    extension(Math)
    {
        public static int Clamp(int value, int least, int most) => Math.Max(least, Math.Min(most, value));

        public static double Clamp(double value, double least, double most) => Math.Max(least, Math.Min(most, value));
    }

    extension(string)
    {
        public static string Create(IFormatProvider culture, FormattableString text) => text.ToString(culture);

        public static string Join<T>(char separator, IEnumerable<T> parts) => string.Join(separator.ToString(), parts);
    }

    extension(string text)
    {
        public bool Contains(char character) => text.IndexOf(character) >= 0;

        public bool EndsWith(char last) => text.Length > 0 && text[text.Length - 1] == last;

        public bool Contains(string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;

        public bool StartsWith(char first) => text.Length > 0 && text[0] == first;

        public string[] Split(char separator, StringSplitOptions options) => text.Split([separator], options);

        public string ReplaceLineEndings(string ending) => text.Replace("\r\n", "\n").Replace("\n", ending);

        public IEnumerable<int> EnumerateRunes()
        {
            for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) yield return i;
        }
    }
}
