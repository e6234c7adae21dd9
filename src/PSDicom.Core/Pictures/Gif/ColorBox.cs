using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Gif;

/// <summary>A group of similar colours that become one colour of the table.</summary>
internal sealed class ColorBox
{
    private readonly ColorHistogram _histogram;
    private readonly int[] _members;
    private readonly int _start;
    private readonly int _length;

    /// <summary>All colours of a picture.</summary>
    public ColorBox(ColorHistogram histogram)
        : this(histogram, new int[histogram.Count], 0, histogram.Count)
    {
        for (int i = 0; i < _length; i++) _members[i] = i;
        Sums = SumUp();
    }

    private ColorBox(ColorHistogram histogram, int[] members, int start, int length)
    {
        _histogram = histogram;
        _members = members;
        _start = start;
        _length = length;
    }

    /// <summary>Indices of its colours in the histogram.</summary>
    public ReadOnlySpan<int> Members => _members.AsSpan(_start, _length);

    public ColorSums Sums { get; private set; }

    /// <summary>The squared error if its mean replaces all its colours; 0 if there is just one.</summary>
    public double Error => _length == 1 ? 0 : Sums.Error;

    /// <summary>Splits a box of several colours at the sample value that leaves the smallest error in both parts.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public (ColorBox Low, ColorBox High) Split()
    {
        (int shift, int limit) = FindCut();
        int low = _start, high = _start + _length;
        while (low < high)
        {
            if (Sample(_members[low], shift) < limit)
            {
                low++;
                continue;
            }

            high--;
            (_members[low], _members[high]) = (_members[high], _members[low]);
        }

        var lower = new ColorBox(_histogram, _members, _start, low - _start);
        var upper = new ColorBox(_histogram, _members, low, _start + _length - low);
        lower.Sums = lower.SumUp();
        upper.Sums = upper.SumUp();
        return (lower, upper);
    }

    [MethodImpl(Compiled.AtOnce)]

    private (int Shift, int Limit) FindCut()
    {
        (int Shift, int Limit) best = default;
        double least = double.PositiveInfinity;
        var bins = new ColorSums[256];
        for (int shift = 16; shift >= 0; shift -= 8)
        {
            Array.Clear(bins, 0, bins.Length);
            foreach (int member in Members) bins[Sample(member, shift)].Add(_histogram.Colors[member], _histogram.Pixels[member]);
            var low = default(ColorSums);
            for (int limit = 1; limit < bins.Length; limit++)
            {
                if (bins[limit - 1].IsEmpty) continue;
                low.Add(bins[limit - 1]);
                ColorSums high = Sums.Without(low);
                if (high.IsEmpty) break;
                double error = low.Error + high.Error;
                if (error >= least) continue;
                least = error;
                best = (shift, limit);
            }
        }

        return best;
    }

    [MethodImpl(Compiled.AtOnce)]
    private ColorSums SumUp()
    {
        var sums = default(ColorSums);
        foreach (int member in Members) sums.Add(_histogram.Colors[member], _histogram.Pixels[member]);
        return sums;
    }

    private int Sample(int member, int shift) => _histogram.Colors[member] >> shift & 0xFF;
}
