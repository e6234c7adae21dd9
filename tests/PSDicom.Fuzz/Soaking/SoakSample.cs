using System.Diagnostics;
using System.Globalization;

namespace PSDicom.Fuzz;

/// <summary>What the process holds after so many reads.</summary>
/// <param name="Reads">The reads.</param>
/// <param name="FilesPerSecond">How many were read in a second since the sample before.</param>
/// <param name="WorkingSet">Bytes of memory that the system has given it.</param>
/// <param name="Heap">Bytes that are in use after a collection.</param>
/// <param name="Handles">Files and other things of the system that are open.</param>
/// <param name="Refused">Reads that ended with an error of the toolkit, as damaged files should.</param>
internal sealed record SoakSample(long Reads, double FilesPerSecond, long WorkingSet, long Heap, int Handles, long Refused)
{
    /// <summary>How much more than at first a process may hold in the end.</summary>
    private const double MaxGrowth = 1.2;

    public static string Header => string.Format(
        CultureInfo.InvariantCulture, "{0,10} {1,10} {2,12} {3,10} {4,8} {5,10}", "reads", "files/s", "memory MiB", "heap MiB", "handles", "refused");

    public static SoakSample Take(long reads, double filesPerSecond, long refused)
    {
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        int handles = OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : process.HandleCount;
        return new SoakSample(reads, filesPerSecond, process.WorkingSet64, heap, handles, refused);
    }

    /// <summary>What has grown since an earlier sample; empty if nothing has.</summary>
    public IEnumerable<string> GrowthSince(SoakSample earlier)
    {
        if (WorkingSet > MaxGrowth * earlier.WorkingSet) yield return "memory";
        if (Heap > MaxGrowth * earlier.Heap) yield return "heap";
        if (Handles > earlier.Handles) yield return "handles";
    }

    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0,10} {1,10:0} {2,12:0.0} {3,10:0.0} {4,8} {5,10}",
        Reads,
        FilesPerSecond,
        WorkingSet / 1048576.0,
        Heap / 1048576.0,
        Handles,
        Refused);
}
