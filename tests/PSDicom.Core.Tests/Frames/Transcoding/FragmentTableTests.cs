using PSDicom.Editing;
using PSDicom.Frames.Transcoding;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.Frames.Transcoding;

public class FragmentTableTests
{
    private static readonly DicomTag PixelData = new(0x7FE0_0010);

    [Fact]
    public void Offsets_beyond_32_bits_are_in_the_extended_table_and_only_there()
    {
        (FileEdit edit, FragmentTable table) = Make(0x8000_0000, 0x7000_0000, 0x1000_0000, 16);
        Assert.Equal(["ExtendedOffsetTable", "ExtendedOffsetTableLengths", "PixelData"], edit.Dataset.Elements.Select(element => DicomDictionary.TryGet(element.Tag, out DicomDictionaryEntry? entry) ? entry.Keyword : ""));
        Assert.Equal([0, 0x8000_0008, 0xF000_0010, 0x1_0000_0018], Numbers(edit, DicomTag.ExtendedOffsetTable));
        Assert.Equal([0x8000_0000, 0x7000_0000, 0x1000_0000, 16], Numbers(edit, DicomTag.ExtendedOffsetTableLengths));
        Assert.Equal(8 + (4 * 8) + 8, table.Length);
    }

    [Fact]
    public void The_last_offset_that_fits_is_in_the_basic_table()
    {
        (FileEdit edit, FragmentTable table) = Make(0x8000_0000, 0x7FFF_FFEE, 0xFFFF_FFFE);
        Assert.Equal([PixelData], edit.Dataset.Elements.Select(element => element.Tag));
        Assert.Equal(8 + (3 * 4) + (3 * 8) + 8, table.Length);
        Assert.Equal(3, Make(0x8000_0000, 0x7FFF_FFF0, 0xFFFF_FFFE).Edit.Dataset.Elements.Count);
    }

    private static (FileEdit Edit, FragmentTable Table) Make(params long[] lengths)
    {
        var edit = new FileEdit();
        using var none = new Spool(string.Empty);
        var table = new FragmentTable(none, lengths);
        table.WriteTo(EditNode.Root(DicomFile.Open(new DatasetBuilder().WithValue(0x7FE0_0010, "OW", 0, 0).ToFile()).Dataset, edit.Dataset), PixelData);
        return (edit, table);
    }

    private static long[] Numbers(FileEdit edit, DicomTag tag)
    {
        byte[] bytes = edit.Dataset.Find(tag)!.Value!.In(default);
        return [.. Enumerable.Range(0, bytes.Length / 8).Select(i => BitConverter.ToInt64(bytes, i * 8))];
    }
}
