using System.Globalization;
using PSDicom.Bench.Data;

namespace PSDicom.Bench;

/// <summary>A small share: folders of one series each, from several kinds of devices in turn.</summary>
internal static class SampleFolder
{
    private const int FilesInAFolder = 100;

    public static void Make(string root, int files)
    {
        int folders = (files + FilesInAFolder - 1) / FilesInAFolder;
        Parallel.For(0, folders, number =>
        {
            string folder = Directory.CreateDirectory(Path.Combine(root, number.ToString("0000", CultureInfo.InvariantCulture))).FullName;
            int inThisOne = Math.Min(FilesInAFolder, files - (number * FilesInAFolder));
            for (int instance = 0; instance < inThisOne; instance++)
            {
                string path = Path.Combine(folder, instance.ToString("0000'.dcm'", CultureInfo.InvariantCulture));
                File.WriteAllBytes(path, SampleShapes.ToFile(number, instance));
            }
        });
    }
}
