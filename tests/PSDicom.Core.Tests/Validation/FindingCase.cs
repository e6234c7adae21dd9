namespace PSDicom.Core.Tests.Validation;

/// <summary>A file that has a finding, and one like it that has not.</summary>
internal sealed record FindingCase(string Id, byte[] With, byte[] Without, DicomTestOptions? Options = null)
{
    public FindingCase(string id, SampleFile with, SampleFile without, DicomTestOptions? options = null)
        : this(id, with.ToBytes(), without.ToBytes(), options)
    {
    }
}
