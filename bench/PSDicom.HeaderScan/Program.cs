using System.Globalization;

namespace PSDicom.Bench;

/// <summary>
/// The program that the scripts in parts/ run: makes files, measures the size of their headers, or reads them with PSDicom.Core alone.
/// </summary>
internal static class Program
{
    private const string Usage = """
        usage: make FOLDER FILES                            writes files, 100 to a folder
               sizes FOLDER                                 prints a table of how large their headers are
               four|all FOLDER THREADS PASSES [REPEATS]     reads four tags of them, or all, each file REPEATS times in a pass;
                                                            prints for each pass files, values, seconds, bytes allocated a file
        """;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["make", string folder, string files]:
                SampleFolder.Make(folder, Number(files));
                return 0;
            case ["sizes", string folder]:
                foreach (string line in HeaderSizes.Describe(folder)) Console.WriteLine(line);
                return 0;
            case [("four" or "all") and string what, string folder, string threads, string passes, .. string[] rest]:
                var scan = new HeaderScan(
                    what == "four" ? HeaderText.ReadFour : HeaderText.ReadAll, folder, Number(threads), rest is [string repeats] ? Number(repeats) : 1);
                for (int pass = 0; pass < Number(passes); pass++) Console.WriteLine(scan.Run());
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
