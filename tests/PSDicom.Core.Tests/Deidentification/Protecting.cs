using System.Text;
using PSDicom.Core.Tests.Operations;
using PSDicom.Deidentification;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.Deidentification;

/// <summary>De-identifies files in memory, for tests.</summary>
internal static class Protecting
{
    public const string CT = "1.2.840.10008.5.1.4.1.1.2";

    public static byte[] Key { get; } = Encoding.ASCII.GetBytes("a key that is used by tests only");

    /// <summary>A data set with what every file has.</summary>
    public static DatasetBuilder Start(string sopClass = CT) => new DatasetBuilder().With(0x0008_0016, "UI", sopClass).With(0x0008_0018, "UI", "1.2.3.4");

    /// <summary>Rules with a fixed key.</summary>
    public static ProtectionRules Rules(Retention retained = Retention.None, Cleaning cleaned = Cleaning.None) => new(Key) { Retained = retained, Cleaned = cleaned };

    /// <summary>The bytes of the copy of a file, checked as before a rename.</summary>
    public static byte[] Apply(byte[] file, ProtectionRules? rules = null) => Apply(file, rules, out _);

    /// <inheritdoc cref="Apply(byte[], ProtectionRules?)"/>
    public static byte[] Apply(byte[] file, ProtectionRules? rules, out ProtectionPlan plan)
    {
        using var source = new MemoryByteSource(file);
        plan = new FileProtector(source, DicomFile.Open(file), rules ?? Rules(), default).Plan();
        using var folder = new TemporaryFolder();
        string path = folder.Combine("out.dcm");
        using (OutputFile output = OutputFile.Create(path, path))
        {
            plan.Rewrite.WriteTo(output, source, default);
            plan.Rewrite.Check(output, default);
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>The copy of a file, read.</summary>
    public static DicomFile Read(DatasetBuilder dataset, ProtectionRules? rules = null, string? transferSyntax = null) => DicomFile.Open(Apply(dataset.ToFile(transferSyntax), rules));

    /// <summary>The value of an element of the copy as text; null if it has none, "(absent)" if it is not there.</summary>
    public static string? Text(this DicomFile file, uint tag) => file.Dataset[new DicomTag(tag)] is { } element ? element.RawValue : "(absent)";
}
