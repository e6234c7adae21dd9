namespace PSDicom.SampleBuilder;

/// <summary>Writes the sample files into samples/ of the current folder, or into the folder given.</summary>
internal static class Program
{
    public static void Main(string[] arguments)
    {
        string folder = arguments.Length > 0 ? arguments[0] : "samples";
        foreach ((string name, byte[] bytes) in Samples.All())
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            Console.WriteLine($"{path}: {bytes.Length} bytes");
        }
    }
}
