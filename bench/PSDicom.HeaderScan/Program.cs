using System.Globalization;

namespace PSDicom.Bench;

/// <summary>What compare.sh runs: makes the files, or reads four header tags of them with PSDicom.Core alone.</summary>
internal static class Program
{
    private const string Usage = """
        usage: make FOLDER FILES                        writes files, 100 to a folder
               scan FOLDER THREADS PASSES [REPEATS]     reads them, each file REPEATS times in a pass; prints for each pass
                                                        files, values, seconds, bytes allocated
        """;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["make", string folder, string files]:
                SampleFolder.Make(folder, Number(files));
                return 0;
            case ["scan", string folder, string threads, string passes, .. string[] rest]:
                var scan = new HeaderScan(folder, Number(threads), rest is [string repeats] ? Number(repeats) : 1);
                for (int pass = 0; pass < Number(passes); pass++) Console.WriteLine(scan.Run());
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
