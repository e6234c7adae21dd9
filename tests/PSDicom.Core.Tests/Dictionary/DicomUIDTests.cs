namespace PSDicom.Core.Tests.Dictionary;

public class DicomUIDTests
{
    [Fact]
    public void Every_row_is_found_by_value_and_keyword()
    {
        List<string[]> rows = TableRows.Read("uids.tsv");
        Assert.Equal(491, rows.Count);
        foreach (string[] row in rows)
        {
            Assert.True(DicomUID.TryGet(row[0], out DicomUID? uid), row[0]);
            string[] read = [uid.Value, uid.Keyword, uid.Name, uid.Type, uid.IsRetired ? "Y" : ""];
            Assert.Equal(row, read);
            if (row[1].Length == 0) continue;
            Assert.True(DicomUID.TryGetByKeyword(row[1].ToLowerInvariant(), out DicomUID? same), row[1]);
            Assert.Same(uid, same);
        }
    }

    [Theory]
    [InlineData("1.2.840.10008.5.1.4.1.1.2")]
    [InlineData("1.2.840.10008.5.1.4.1.1.2\0")]
    [InlineData("1.2.840.10008.5.1.4.1.1.2 ")]
    public void Padding_is_ignored(string value)
    {
        Assert.True(DicomUID.TryGet(value, out DicomUID? uid));
        Assert.Equal(("CT Image Storage", "CTImageStorage", "SOP Class"), (uid.ToString(), uid.Keyword, uid.Type));
    }

    [Fact]
    public void Identifier_without_a_name_shows_its_value()
    {
        Assert.True(DicomUID.TryGet("1.2.840.10008.5.1.4.1.1.40", out DicomUID? uid));
        Assert.Equal("1.2.840.10008.5.1.4.1.1.40", uid.ToString());
    }

    [Theory]
    [InlineData("1.2.840.10008.5.1.4.1.1.")]
    [InlineData("1.2.3")]
    [InlineData("")]
    [InlineData(null)]
    public void Unknown_identifier_is_not_found(string? value)
    {
        Assert.False(DicomUID.TryGet(value, out _));
        Assert.False(DicomUID.TryGetByKeyword(value, out _));
    }
}
