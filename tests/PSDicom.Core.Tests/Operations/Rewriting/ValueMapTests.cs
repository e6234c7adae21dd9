using PSDicom.Editing;
using PSDicom.Operations.Rewriting;

namespace PSDicom.Core.Tests.Operations.Rewriting;

public sealed class ValueMapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PatientID,NewPatientID,PatientName\nA,1,Doe^Jane\n\nB,2,\"x, \"\"y\"\"\nz\"\n")]
    [InlineData("\uFEFFPatientID;NewPatientID;PatientName\r\nA;1;Doe^Jane\r\nB;2;\"x, \"\"y\"\"\nz\"")]
    [InlineData("NewPatientID\tPatientName\tpatientid\n1\tDoe^Jane\tA\n2\t\"x, \"\"y\"\"\nz\"\t B ")]
    public void A_row_is_found_by_the_value_of_the_file(string table)
    {
        ValueMap map = Read(table);
        Assert.Equal([("PatientID", "1"), ("PatientName", "Doe^Jane")], ValuesOf(map.Find(File("A"))!));
        Assert.Equal([("PatientID", "2"), ("PatientName", "x, \"y\"\nz")], ValuesOf(map.Find(File("B"))!));
        Assert.Null(map.Find(File("C")));
        Assert.Equal(DicomErrorReason.NotInMap, map.NotFound(File("C")).Reason);
        Assert.DoesNotContain("'C'", map.NotFound(File("C")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_field_sets_nothing() => Assert.Equal([("PatientID", "1")], ValuesOf(Read("PatientID,NewPatientID,PatientName\nA,1,\n").Find(File("A"))!));

    [Theory]
    [InlineData("")]
    [InlineData("Other,PatientName\nA,x")]
    [InlineData("PatientID\nA")]
    [InlineData("PatientID,PatientName\nA,x\nA,y")]
    [InlineData("PatientID,PatientName\nA,x,y")]
    public void A_table_that_is_ambiguous_is_a_wrong_call(string table)
    {
        Exception exception = Assert.ThrowsAny<Exception>(() => Read(table));
        Assert.True(exception is ArgumentException or DicomException { Kind: DicomErrorKind.Call }, exception.ToString());
    }

    [Fact]
    public void A_column_is_named_by_an_element() =>
        Assert.Equal(DicomErrorReason.UnknownTag, Assert.Throws<DicomException>(() => Read("PatientID,PatientNam\nA,x")).Reason);

    private static IEnumerable<(string, string)> ValuesOf(IReadOnlyList<DatasetChange> changes) =>
        changes.Select(change => (change.Path, (string)change.Value!)).OrderBy(change => change.Path, StringComparer.Ordinal);

    private static DicomFile File(string id) => DicomFile.Open(new DatasetBuilder().With(0x00100020, "LO", id).ToFile());

    private ValueMap Read(string table)
    {
        string path = _folder.Combine("ids.csv");
        System.IO.File.WriteAllText(path, table);
        return ValueMap.Read(path, "PatientID", isNested: false);
    }
}
