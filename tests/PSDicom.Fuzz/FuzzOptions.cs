using System.Globalization;
using PSDicom.Core.Tests;

namespace PSDicom.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed class FuzzOptions
{
    private const long UsualCases = 20_000;

    private readonly Dictionary<string, int> _shares = FuzzTarget.All(SeedSet.Built).ToDictionary(target => target.Name, target => target.Share);

    public long Cases { get; private set; } = UsualCases;

    public double? Hours { get; private set; }

    public ulong Seed { get; private set; } = 1;

    /// <summary>The number of the first case of each target.</summary>
    public long First { get; private set; }

    public List<string> Targets { get; } = [];

    public List<string> SeedFolders { get; } = [];

    public int Workers { get; private set; } = Environment.ProcessorCount;

    /// <summary>A case to run alone in this process.</summary>
    public (string Target, long Number)? Replay { get; private set; }

    /// <summary>How many times to read files that are not damaged further, instead of cases.</summary>
    public long? Soak { get; private set; }

    /// <summary>Where to write the input of the case.</summary>
    public string? Save { get; private set; }

    /// <summary>Of a worker: the file that says what it is at.</summary>
    public string? Heartbeat { get; private set; }

    public static string Usage =>
        "--cases N | --hours H, --seed S, --first N, --target NAME (again for more), --seeds FOLDER (again for more), --workers N, "
        + "--replay TARGET:CASE [--save FILE], --soak READS";

    public int ShareOf(string target) => _shares[target];

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static FuzzOptions Parse(string[] arguments)
    {
        var options = new FuzzOptions();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length) throw new FormatException($"{arguments[i]} needs a value.");
            options.Set(arguments[i], arguments[i + 1]);
        }

        if (options.Targets.Count == 0) options.Targets.AddRange(options._shares.Keys);
        if (options.SeedFolders.Count == 0) options.SeedFolders.AddRange(UsualSeeds());
        return options;
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "--cases": Cases = Whole(value); break;
            case "--hours": Hours = double.Parse(value, CultureInfo.InvariantCulture); break;
            case "--seed": Seed = ulong.Parse(value, CultureInfo.InvariantCulture); break;
            case "--first": First = Whole(value); break;
            case "--target": Targets.Add(_shares.ContainsKey(value) ? value : throw new FormatException($"There is no target '{value}'.")); break;
            case "--seeds": SeedFolders.Add(Path.GetFullPath(value)); break;
            case "--workers": Workers = (int)Whole(value); break;
            case "--replay": Replay = (value.Split(':')[0], Whole(value.Split(':')[1])); break;
            case "--soak": Soak = Whole(value); break;
            case "--save": Save = value; break;
            case "--heartbeat": Heartbeat = value; break;
            default: throw new FormatException($"'{name}' is not known.");
        }
    }

    /// <summary>The samples, and the corpus beside the repository where it is.</summary>
    private static IEnumerable<string> UsualSeeds() =>
        new[] { Path.Combine(Repository.Folder, "samples"), Path.GetFullPath(Path.Combine(Repository.Folder, "..", "shared", "corpus")) }
            .Where(Directory.Exists);

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
