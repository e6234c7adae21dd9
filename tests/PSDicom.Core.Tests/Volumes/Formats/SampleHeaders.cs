using PSDicom.Pixels;
using PSDicom.Volumes;
using PSDicom.Volumes.Formats;

namespace PSDicom.Core.Tests.Volumes.Formats;

/// <summary>Headers of volumes.</summary>
internal static class SampleHeaders
{
    /// <summary>Axial, 4 columns, 3 rows and 2 slices, of 0.5 x 0.75 x 2 mm.</summary>
    public static VolumeHeader Axial { get; } = new()
    {
        Columns = 4,
        Rows = 3,
        Slices = 2,
        Volumes = 1,
        Origin = new Vector3d(-10, 20, -30),
        I = new Vector3d(0.5, 0, 0),
        J = new Vector3d(0, 0.75, 0),
        K = new Vector3d(0, 0, 2),
        Type = SampleType.Int16,
        SamplesPerPixel = 1,
    };

    /// <summary>The same with a tilted gantry: slices are shifted against each other along their columns.</summary>
    public static VolumeHeader Tilted { get; } = Axial with { K = new Vector3d(0, 0.25, 2) };

    /// <summary>A file with slices of zeros.</summary>
    public static byte[] Write(VolumeFormat format, VolumeHeader header, bool isCompressed = false)
    {
        using var stream = new MemoryStream();
        VolumeWriter writer = VolumeFormats.Find(format).Create(stream, header, isCompressed);
        for (int i = 0; i < header.Slices * header.Volumes; i++) writer.Add(Slice(header, i));
        writer.Complete();
        return stream.ToArray();
    }

    /// <summary>A slice whose samples are numbered, and begin with a hundred times its own number.</summary>
    public static Array Slice(VolumeHeader header, int number)
    {
        Array samples = SampleArray.Create(header.Type, (int)header.SliceLength);
        Type type = samples.GetType().GetElementType()!;
        for (int i = 0; i < samples.Length; i++) samples.SetValue(Convert.ChangeType(((number * 100) + i) % 10_000, type, null), i);
        return samples;
    }
}
