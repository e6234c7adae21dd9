using System;

namespace PSDicom.Volumes.Formats.Nifti;

/// <summary>
/// The geometry of a volume in NIfTI coordinates (RAS): x to the right, y to the front, z to the head. DICOM has x to the left and y to the back.
/// The matrix is exact. The quaternion can only represent perpendicular directions.
/// </summary>
internal sealed class NiftiOrientation
{
    /// <summary>The square of the first component below which it counts as 0 in 32 bits.</summary>
    private const double MaxHalfTurn = 1e-8;

    public NiftiOrientation(VolumeHeader header)
    {
        I = ToRas(header.I);
        J = ToRas(header.J);
        K = ToRas(header.K);
        Origin = ToRas(header.Origin);
        Handedness = I.Cross(J).Dot(K) < 0 ? -1 : 1;
        (B, C, D) = Quaternion();
    }

    public Vector3d I { get; }

    public Vector3d J { get; }

    public Vector3d K { get; }

    public Vector3d Origin { get; }

    /// <summary>1 if the three directions are right-handed, else -1: qfac, the factor of the third direction after the rotation.</summary>
    public int Handedness { get; }

    /// <summary>The second component of the quaternion. The first is not negative and follows from the others.</summary>
    public double B { get; }

    public double C { get; }

    public double D { get; }

    /// <summary>
    /// B, C and D in 32 bits. Readers compute the first component from 1 - (b² + c² + d²). For a half turn, it is 0. If rounding made it positive, the
    /// volume would be rotated by up to 0.03 degrees.
    /// </summary>
    public float[] ToSingles()
    {
        float[] singles = [(float)B, (float)C, (float)D];
        if (1 - ((B * B) + (C * C) + (D * D)) > MaxHalfTurn) return singles;
        int largest = 0;
        for (int i = 1; i < singles.Length; i++)
        {
            if (Math.Abs(singles[i]) > Math.Abs(singles[largest])) largest = i;
        }

        while (SumOfSquares(singles) < 1) singles[largest] = Next(singles[largest]);
        return singles;
    }

    private static double SumOfSquares(float[] numbers)
    {
        double sum = 0;
        foreach (float number in numbers) sum += (double)number * number;
        return sum;
    }

    /// <summary>The next 32-bit number away from 0.</summary>
    private static float Next(float number) => BitConverter.ToSingle(BitConverter.GetBytes(BitConverter.ToInt32(BitConverter.GetBytes(number), 0) + 1), 0);

    private static Vector3d ToRas(Vector3d lps) => new(-lps.X, -lps.Y, lps.Z);

    private (double B, double C, double D) Quaternion()
    {
        // Small deviations from perpendicular are removed from the second and the third direction.
        Vector3d x = I / I.Length;
        Vector3d y = J - (x * J.Dot(x));
        y /= y.Length;
        Vector3d z = x.Cross(y);
        double trace = x.X + y.Y + z.Z;
        if (trace > 0)
        {
            double a = Math.Sqrt(1 + trace) / 2;
            return ((y.Z - z.Y) / (4 * a), (z.X - x.Z) / (4 * a), (x.Y - y.X) / (4 * a));
        }

        // The largest component first, to avoid a division by a number near 0.
        double b, c, d, sign;
        if (x.X >= y.Y && x.X >= z.Z)
        {
            b = Math.Sqrt(Math.Max(0, 1 + x.X - y.Y - z.Z)) / 2;
            (c, d) = ((y.X + x.Y) / (4 * b), (z.X + x.Z) / (4 * b));
            sign = y.Z - z.Y;
        }
        else if (y.Y >= z.Z)
        {
            c = Math.Sqrt(Math.Max(0, 1 + y.Y - x.X - z.Z)) / 2;
            (b, d) = ((y.X + x.Y) / (4 * c), (z.Y + y.Z) / (4 * c));
            sign = z.X - x.Z;
        }
        else
        {
            d = Math.Sqrt(Math.Max(0, 1 + z.Z - x.X - y.Y)) / 2;
            (b, c) = ((z.X + x.Z) / (4 * d), (z.Y + y.Z) / (4 * d));
            sign = x.Y - y.X;
        }

        // A quaternion and its negative represent the same rotation.
        return sign < 0 ? (-b, -c, -d) : (b, c, d);
    }
}
