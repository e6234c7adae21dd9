using System.Globalization;

namespace PSDicom.Fuzz;

/// <summary>Cases of one target that a worker runs one after another.</summary>
internal sealed record Batch(string Target, long First, long End)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Target} {First} {End}");

    public static Batch Parse(string line)
    {
        string[] parts = line.Split(' ');
        return new Batch(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
