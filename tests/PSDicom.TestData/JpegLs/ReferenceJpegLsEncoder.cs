using PSDicom.Codecs.JpegLs;

namespace PSDicom.Core.Tests.Codecs.JpegLs;

/// <summary>Encodes scans by the text of ITU-T T.87 annex A, step by step and slowly.</summary>
internal sealed class ReferenceJpegLsEncoder
{
    private static readonly int[] J = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    private readonly JpegLsCodingParameters _parameters;
    private readonly int _near;
    private readonly BitWriter _bits = new();
    private readonly int[] _a = new int[367];
    private readonly int[] _b = new int[367];
    private readonly int[] _c = new int[367];
    private readonly int[] _n = new int[367];
    private readonly int[] _negatives = new int[367];

    private ReferenceJpegLsEncoder(JpegLsCodingParameters parameters)
    {
        _parameters = parameters;
        _near = parameters.Near;
        for (int i = 0; i < 367; i++) (_a[i], _n[i]) = (Math.Max(2, (parameters.Range + 32) / 64), 1);
    }

    /// <summary>Encodes a restart interval, or a whole scan. The planes are replaced by the decoded samples.</summary>
    /// <param name="planes">The components, by row and column.</param>
    /// <param name="interleave">0 to 2.</param>
    /// <param name="parameters">The coding parameters.</param>
    /// <param name="lines">Lines of each component in a line of the scan; null for one.</param>
    public static byte[] Encode(int[][,] planes, int interleave, JpegLsCodingParameters parameters, int[]? lines = null)
    {
        var encoder = new ReferenceJpegLsEncoder(parameters);
        lines ??= [.. planes.Select(_ => 1)];
        var runIndexes = new int[planes.Length];
        for (int y = 0; y < planes[0].GetLength(0) / lines[0]; y++)
        {
            if (interleave == 2)
            {
                encoder.EncodeLine(planes, y, ref runIndexes[0]);
                continue;
            }

            for (int i = 0; i < planes.Length; i++)
            {
                for (int v = 0; v < lines[i]; v++) encoder.EncodeLine([planes[i]], (y * lines[i]) + v, ref runIndexes[i]);
            }
        }

        return encoder._bits.End();
    }

    private void EncodeLine(int[][,] planes, int y, ref int runIndex)
    {
        int width = planes[0].GetLength(1);
        for (int x = 0; x < width; x++)
        {
            int start = x;
            if (planes.All(plane => Context(plane, y, start) == 0))
            {
                int length = 0;
                while (x + length < width && planes.All(plane => Math.Abs(plane[y, x + length] - At(plane, y, x - 1)) <= _near)) length++;
                foreach (int[,] plane in planes)
                {
                    for (int i = 0; i < length; i++) plane[y, x + i] = At(plane, y, x - 1);
                }

                x += length;
                bool isInterrupted = x < width;
                WriteRun(length, isInterrupted, ref runIndex);
                if (!isInterrupted) return;
                foreach (int[,] plane in planes) plane[y, x] = EncodeInterruption(plane[y, x], At(plane, y, x - 1), At(plane, y - 1, x), planes.Length > 1, runIndex);
                if (runIndex > 0) runIndex--;
                continue;
            }

            foreach (int[,] plane in planes) plane[y, x] = EncodeRegular(plane, y, x);
        }
    }

    /// <summary>A.2.1: the neighbours outside of the image.</summary>
    private static int At(int[,] plane, int y, int x)
    {
        if (y < 0) return 0;
        if (x < 0) return At(plane, y - 1, 0);
        return plane[y, Math.Min(x, plane.GetLength(1) - 1)];
    }

    /// <summary>A.2.1: the left neighbour of the line above is the upper left neighbour of the first sample.</summary>
    private static int AboveLeft(int[,] plane, int y, int x) => x > 0 ? At(plane, y - 1, x - 1) : y < 2 ? 0 : plane[y - 2, 0];

    private int Context(int[,] plane, int y, int x)
    {
        int above = At(plane, y - 1, x);
        int aboveLeft = AboveLeft(plane, y, x);
        return (81 * Quantize(At(plane, y - 1, x + 1) - above)) + (9 * Quantize(above - aboveLeft)) + Quantize(aboveLeft - At(plane, y, x - 1));
    }

    private int Quantize(int d)
    {
        int size = Math.Abs(d);
        int region = size <= _near ? 0 : size < _parameters.T1 ? 1 : size < _parameters.T2 ? 2 : size < _parameters.T3 ? 3 : 4;
        return d < 0 ? -region : region;
    }

    private int EncodeRegular(int[,] plane, int y, int x)
    {
        int q = Context(plane, y, x);
        int sign = q < 0 ? -1 : 1;
        q = Math.Abs(q);
        int a = At(plane, y, x - 1);
        int b = At(plane, y - 1, x);
        int c = AboveLeft(plane, y, x);
        int prediction = c >= Math.Max(a, b) ? Math.Min(a, b) : c <= Math.Min(a, b) ? Math.Max(a, b) : a + b - c;
        prediction = Math.Clamp(prediction + (sign * _c[q]), 0, _parameters.MaxValue);
        int error = QuantizeError(sign * (plane[y, x] - prediction));
        int reconstructed = Reconstruct(prediction, sign * error);
        error = Reduce(error);

        int k = 0;
        while (_n[q] << k < _a[q]) k++;
        bool isInverted = _near == 0 && k == 0 && 2 * _b[q] <= -_n[q];
        int mapped = isInverted ? (error >= 0 ? (2 * error) + 1 : -2 * (error + 1)) : error >= 0 ? 2 * error : (-2 * error) - 1;
        WriteCode(mapped, k, _parameters.Limit);

        _b[q] += error * ((2 * _near) + 1);
        _a[q] += Math.Abs(error);
        if (_n[q] == _parameters.Reset) (_a[q], _b[q], _n[q]) = (_a[q] >> 1, _b[q] >= 0 ? _b[q] >> 1 : -((1 - _b[q]) >> 1), _n[q] >> 1);
        _n[q]++;
        if (_b[q] <= -_n[q])
        {
            _b[q] = Math.Max(_b[q] + _n[q], 1 - _n[q]);
            if (_c[q] > -128) _c[q]--;
        }
        else if (_b[q] > 0)
        {
            _b[q] = Math.Min(_b[q] - _n[q], 0);
            if (_c[q] < 127) _c[q]++;
        }

        return reconstructed;
    }

    private void WriteRun(int length, bool isInterrupted, ref int runIndex)
    {
        while (length >= 1 << J[runIndex])
        {
            _bits.Write(1, 1);
            length -= 1 << J[runIndex];
            if (runIndex < 31) runIndex++;
        }

        if (isInterrupted)
        {
            _bits.Write(0, 1);
            _bits.Write(length, J[runIndex]);
        }
        else if (length > 0)
        {
            _bits.Write(1, 1);
        }
    }

    private int EncodeInterruption(int value, int a, int b, bool isPixel, int runIndex)
    {
        int type = !isPixel && Math.Abs(a - b) <= _near ? 1 : 0;
        int prediction = type == 1 ? a : b;
        int sign = type == 0 && a > b ? -1 : 1;
        int error = QuantizeError(sign * (value - prediction));
        int reconstructed = Reconstruct(prediction, sign * error);
        error = Reduce(error);
        int q = 365 + type;
        int sum = _a[q] + (type == 1 ? _n[q] >> 1 : 0);
        int k = 0;
        while (_n[q] << k < sum) k++;
        bool map = (k == 0 && error > 0 && 2 * _negatives[q] < _n[q]) || (error < 0 && (k != 0 || 2 * _negatives[q] >= _n[q]));
        int mapped = (2 * Math.Abs(error)) - type - (map ? 1 : 0);
        WriteCode(mapped, k, _parameters.Limit - J[runIndex] - 1);
        if (error < 0) _negatives[q]++;
        _a[q] += (mapped + 1 - type) >> 1;
        if (_n[q] == _parameters.Reset) (_a[q], _n[q], _negatives[q]) = (_a[q] >> 1, _n[q] >> 1, _negatives[q] >> 1);
        _n[q]++;
        return reconstructed;
    }

    private int QuantizeError(int error) => error > 0 ? (error + _near) / ((2 * _near) + 1) : -((_near - error) / ((2 * _near) + 1));

    private int Reconstruct(int prediction, int error) => Math.Clamp(prediction + (error * ((2 * _near) + 1)), 0, _parameters.MaxValue);

    private int Reduce(int error)
    {
        if (error < 0) error += _parameters.Range;
        return error >= (_parameters.Range + 1) / 2 ? error - _parameters.Range : error;
    }

    private void WriteCode(int mapped, int k, int limit)
    {
        int prefix = limit - _parameters.RangeBits - 1;
        if (mapped >> k < prefix)
        {
            for (int i = mapped >> k; i > 0; i--) _bits.Write(0, 1);
            _bits.Write(1, 1);
            _bits.Write(mapped, k);
            return;
        }

        for (int i = 0; i < prefix; i++) _bits.Write(0, 1);
        _bits.Write(1, 1);
        _bits.Write(mapped - 1, _parameters.RangeBits);
    }

    private sealed class BitWriter
    {
        private readonly List<byte> _bytes = [];
        private int _current;
        private int _free = 8;

        public void Write(int value, int count)
        {
            for (int i = count - 1; i >= 0; i--)
            {
                _current |= ((value >> i) & 1) << --_free;
                if (_free == 0) Flush();
            }
        }

        public byte[] End()
        {
            if (_free < 8) Flush();
            return [.. _bytes];
        }

        private void Flush()
        {
            _bytes.Add((byte)_current);
            // After FF, the highest bit of the next byte stays 0.
            _free = _current == 0xFF ? 7 : 8;
            _current = 0;
        }
    }
}
