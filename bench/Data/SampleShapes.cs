namespace PSDicom.Bench.Data;

/// <summary>The mix of a share: half of the folders CT, a quarter MR, the rest radiographs, ultrasound and enhanced CT.</summary>
internal static class SampleShapes
{
    private const int SeriesOfAStudy = 4;

    /// <summary>A file of a folder's series.</summary>
    public static byte[] ToFile(int folder, int instance)
    {
        int series = folder % SeriesOfAStudy;
        return (folder % 12) switch
        {
            1 or 9 => new MrSlice(folder, series, instance).WithProtocolBlocks(),
            3 => new UltrasoundLoop(folder, series, instance).ToFile(),
            5 => new MrSlice(folder, series, instance).WithPrivateSequences(),
            7 => new Radiograph(folder, series, instance).ToFile(),
            11 => new EnhancedImage(folder, series, instance).ToFile(),
            _ => new CtSlice(folder, series, instance).ToFile(),
        };
    }
}
