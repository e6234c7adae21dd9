using System;
using System.Globalization;
using System.Linq;
using PSDicom.Pixels;

namespace PSDicom;

/// <summary>A rectangle of pixels of a frame. Columns and rows are counted from 0 at the top left.</summary>
public sealed class FrameRegion
{
    private const int NumberCount = 4;

    /// <summary>Creates a rectangle.</summary>
    /// <param name="x">The first column.</param>
    /// <param name="y">The first row.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    /// <exception cref="ArgumentException">A position is below 0, or a size is below 1.</exception>
    public FrameRegion(int x, int y, int width, int height)
    {
        if (x < 0 || y < 0 || width < 1 || height < 1)
            throw new ArgumentException("A region must be x,y,width,height: column and row from 0 at the top left, and at least one pixel each way.");
        (X, Y, Width, Height) = (x, y, width, height);
    }

    /// <summary>The first column.</summary>
    public int X { get; }

    /// <summary>The first row.</summary>
    public int Y { get; }

    /// <summary>The number of columns.</summary>
    public int Width { get; }

    /// <summary>The number of rows.</summary>
    public int Height { get; }

    /// <summary>Parses a rectangle, such as <c>100,120,20,20</c>.</summary>
    /// <param name="text">Column, row, width and height, separated by commas.</param>
    /// <exception cref="ArgumentException">The text is not a rectangle.</exception>
    public static FrameRegion Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        int[] numbers = text.Split(',')
            .Select(part => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1).ToArray();
        return numbers.Length == NumberCount
            ? new FrameRegion(numbers[0], numbers[1], numbers[2], numbers[3])
            : throw new ArgumentException($"A region must be four whole numbers, x,y,width,height, such as 100,120,20,20, not '{text}'.");
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0},{1},{2},{3}", X, Y, Width, Height);

    /// <summary>The part of the rectangle that is within an image; null if none is.</summary>
    internal FrameRegion? Within(int rows, int columns) =>
        X < columns && Y < rows ? new FrameRegion(X, Y, Math.Min(Width, columns - X), Math.Min(Height, rows - Y)) : null;

    /// <summary>The samples of the rectangle.</summary>
    /// <exception cref="DicomException">The rectangle is not within the frame.</exception>
    internal Array Cut(DicomFrame frame)
    {
        if (X > frame.Columns - Width || Y > frame.Rows - Height)
        {
            throw new DicomException(
                DicomErrorReason.RegionNotFound,
                string.Format(CultureInfo.InvariantCulture, "The region {0} is not within the frame: it is {1} x {2} pixels.", this, frame.Columns, frame.Rows),
                frame.FullName);
        }

        var cutter = new Cutter(this, frame.Columns * frame.SamplesPerPixel, frame.SamplesPerPixel);
        SampleArray.Visit(frame.GetPixels(), cutter);
        return cutter.Result;
    }

    private sealed class Cutter(FrameRegion region, int lineLength, int depth) : ISampleVisitor
    {
        public Array Result { get; private set; } = Array.Empty<byte>();

        public void Visit<T>(T[] samples)
            where T : struct, IConvertible
        {
            int length = region.Width * depth;
            var cut = new T[length * region.Height];
            for (int row = 0; row < region.Height; row++)
                Array.Copy(samples, ((region.Y + row) * lineLength) + (region.X * depth), cut, row * length, length);
            Result = cut;
        }
    }
}
