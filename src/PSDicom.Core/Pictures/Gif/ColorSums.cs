using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Gif;

/// <summary>Sums over pixels, for the mean of their colours and the squared error.</summary>
internal struct ColorSums
{
    private double _pixels;
    private double _red;
    private double _green;
    private double _blue;
    private double _squares;

    public readonly bool IsEmpty => _pixels == 0;

    /// <summary>The sum over all pixels of the squared distance from their mean.</summary>
    public readonly double Error => _pixels == 0 ? 0 : _squares - (_red * _red + _green * _green + _blue * _blue) / _pixels;

    public readonly byte MeanRed => Mean(_red);

    public readonly byte MeanGreen => Mean(_green);

    public readonly byte MeanBlue => Mean(_blue);

    [MethodImpl(Compiled.AtOnce)]
    public void Add(int color, int pixels)
    {
        double red = color >> 16, green = color >> 8 & 0xFF, blue = color & 0xFF;
        _pixels += pixels;
        _red += pixels * red;
        _green += pixels * green;
        _blue += pixels * blue;
        _squares += pixels * (red * red + green * green + blue * blue);
    }

    [MethodImpl(Compiled.AtOnce)]
    public void Add(in ColorSums other)
    {
        _pixels += other._pixels;
        _red += other._red;
        _green += other._green;
        _blue += other._blue;
        _squares += other._squares;
    }

    [MethodImpl(Compiled.AtOnce)]
    public readonly ColorSums Without(in ColorSums part) => new()
    {
        _pixels = _pixels - part._pixels,
        _red = _red - part._red,
        _green = _green - part._green,
        _blue = _blue - part._blue,
        _squares = _squares - part._squares,
    };

    private readonly byte Mean(double sum) => (byte)(sum / _pixels + 0.5);
}
