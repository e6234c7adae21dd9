using PSDicom.Core.Tests.Frames;
using PSDicom.Pixels;
using PSDicom.Rendering.Overlays;

namespace PSDicom.Core.Tests.Rendering;

public class OverlayTests
{
    private const uint Group = 0x6000_0000;

    [Fact]
    public void The_first_bit_is_the_least_significant() =>
        Assert.Equal([0, 255, 255, 0, 0, 255], Draw(Overlay(2, 3).WithValue(Group | 0x3000, "OW", 0b10_0110, 0), 2, 3));

    [Theory]
    [InlineData("G")]
    [InlineData("R")]
    public void Graphics_and_regions_are_drawn(string type) =>
        Assert.Equal([255], Draw(Overlay(1, 1).With(Group | 0x0040, "CS", type).WithValue(Group | 0x3000, "OB", 1, 0), 1, 1));

    [Fact]
    public void Every_group_is_drawn()
    {
        DatasetBuilder dataset = Overlay(1, 3).WithValue(Group | 0x3000, "OW", 1, 0);
        dataset = Overlay(1, 3, group: 0x601E_0000, dataset: dataset).WithValue(0x601E_3000, "OW", 4, 0);
        Assert.Equal([255, 0, 255], Draw(dataset, 1, 3));
        Assert.All(new uint[] { Group | 0x3000, 0x601E_0010, 0x6004_0050 }, tag => Assert.Contains(OverlayPlanes.Tags, mask => mask.Contains(new DicomTag(tag))));
    }

    [Theory]
    [InlineData(1, 1, new byte[] { 255, 255, 0, 255, 255, 0, 0, 0, 0 })]
    [InlineData(2, 2, new byte[] { 0, 0, 0, 0, 255, 255, 0, 255, 255 })]
    [InlineData(3, 3, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 255 })]
    [InlineData(0, 0, new byte[] { 255, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(0, 2, new byte[] { 0, 255, 255, 0, 0, 0, 0, 0, 0 })]
    [InlineData(4, 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(-1, 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(-32768, 32767, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void An_overlay_may_begin_outside_of_the_image(int row, int column, byte[] expected)
    {
        DatasetBuilder dataset = Overlay(2, 2).With(Group | 0x0050, "SS", row, column).WithValue(Group | 0x3000, "OW", 0b1111, 0);
        Assert.Equal(expected, Draw(dataset, 3, 3));
    }

    [Fact]
    public void Frames_of_an_overlay_follow_each_other_within_a_byte()
    {
        DatasetBuilder dataset = Overlay(1, 3).With(Group | 0x0015, "IS", 3).WithValue(Group | 0x3000, "OW", 0b01_100_001, 0b1);
        Assert.Equal([255, 0, 0], Draw(dataset, 1, 3, frame: 0));
        Assert.Equal([0, 0, 255], Draw(dataset, 1, 3, frame: 1));
        Assert.Equal([255, 0, 255], Draw(dataset, 1, 3, frame: 2));
        Assert.Equal([0, 0, 0], Draw(dataset, 1, 3, frame: 3));
    }

    [Fact]
    public void Big_endian_words_are_turned_around_and_bytes_are_not()
    {
        byte[] bits = [0b0000_0001, 0b0000_0010, 0, 0b0000_0001];
        DatasetBuilder words = Overlay(1, 9, dataset: DatasetBuilder.BigEndian()).With(Group | 0x0015, "IS", 3).WithValue(Group | 0x3000, "OW", bits);
        Assert.Equal([0, 255, 0, 0, 0, 0, 0, 0, 255], Draw(words, 1, 9, frame: 0));

        // Bits 9 to 17 begin in the first word, 0x0102, and end in the second, 0x0001.
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 255, 0], Draw(words, 1, 9, frame: 1));
        DatasetBuilder bytes = Overlay(1, 9, dataset: DatasetBuilder.BigEndian()).WithValue(Group | 0x3000, "OB", bits);
        Assert.Equal([255, 0, 0, 0, 0, 0, 0, 0, 0], Draw(bytes, 1, 9));
    }

    [Fact]
    public void An_overlay_may_begin_at_a_later_frame()
    {
        DatasetBuilder dataset = Overlay(1, 1)
            .With(Group | 0x0015, "IS", 2).With(Group | 0x0051, "US", 3).WithValue(Group | 0x3000, "OW", 0b11, 0);
        Assert.Equal([0, 0, 255, 255, 0], Enumerable.Range(0, 5).Select(frame => Draw(dataset, 1, 1, frame)[0]));
    }

    [Fact]
    public void An_overlay_without_frames_is_for_all_of_them()
    {
        DatasetBuilder dataset = Overlay(1, 1).WithValue(Group | 0x3000, "OW", 1, 0);
        Assert.Equal([255], Draw(dataset, 1, 1, frame: 7));
        Assert.Equal([0, 255, 0], Enumerable.Range(0, 3).Select(frame => Draw(Overlay(1, 1).With(Group | 0x0051, "US", 2).WithValue(Group | 0x3000, "OW", 1, 0), 1, 1, frame)[0]));
    }

    [Fact]
    public void Without_sizes_an_overlay_is_as_large_as_the_image() =>
        Assert.Equal([0, 255, 0, 255], Draw(new DatasetBuilder().WithValue(Group | 0x3000, "OW", 0b1010, 0), 2, 2));

    [Fact]
    public void Bits_that_are_missing_are_not_drawn()
    {
        byte[] picture = Draw(Overlay(5, 5).WithValue(Group | 0x3000, "OW", 255, 255), 5, 5);
        Assert.Equal(16, picture.Count(sample => sample == 255));
        Assert.Equal(0, Draw(Overlay(4, 4).With(Group | 0x0015, "IS", 9).WithValue(Group | 0x3000, "OW", 255, 255), 4, 4, frame: 8).Max());
    }

    [Theory]
    [InlineData(12, new byte[] { 0, 255 })]
    [InlineData(15, new byte[] { 255, 255 })]
    public void Unused_bits_of_the_cells_may_be_an_overlay(int bit, byte[] expected)
    {
        DatasetBuilder dataset = Overlay(1, 2, dataset: new DatasetBuilder().Describe(1, 2, 16, 12)).With(Group | 0x0100, "US", 16).With(Group | 0x0102, "US", bit);
        OverlayPlanes planes = Read(dataset);
        Array cells = new ushort[] { 0x8FFF, 0x9000 };
        Assert.Equal(expected, OverlayMask.Draw(SampleImages.Grey(2, 1, 0, 0), planes.Take(0, cells, 1, 2)).Pixels);
        Assert.Empty(planes.Take(0, null, 1, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(16)]
    public void Bits_of_the_stored_values_are_no_overlay(int bit) =>
        Assert.Empty(Read(Overlay(1, 2, dataset: new DatasetBuilder().Describe(1, 2, 16, 12)).With(Group | 0x0102, "US", bit)).Take(0, new uint[] { uint.MaxValue, 0 }, 1, 2));

    [Fact]
    public void White_is_the_full_value_of_every_sample()
    {
        IReadOnlyList<OverlayMask> overlay = Read(Overlay(1, 2).WithValue(Group | 0x3000, "OW", 0b10, 0)).Take(0, null, 1, 2);
        Assert.Equal(new ushort[] { 7, 65535 }, OverlayMask.Draw(SampleImages.Grey16(2, 1, 7, 7), overlay).Pixels);
        Assert.Equal(new byte[] { 1, 2, 3, 255, 255, 255 }, OverlayMask.Draw(SampleImages.Rgb(2, 1, 1, 2, 3, 4, 5, 6), overlay).Pixels);
        Assert.True(OverlayMask.Draw(SampleImages.Bilevel(2, 1, 0, 0), overlay).IsBilevel);
    }

    [Fact]
    public void The_picture_that_is_drawn_over_stays_as_it_is()
    {
        Picture picture = SampleImages.Grey(1, 1, 5);
        OverlayMask.Draw(picture, Read(Overlay(1, 1).WithValue(Group | 0x3000, "OW", 1, 0)).Take(0, null, 1, 1));
        Assert.Equal(new byte[] { 5 }, picture.Pixels);
        Assert.Same(picture, OverlayMask.Draw(picture, []));
    }

    private static DatasetBuilder Overlay(int rows, int columns, uint group = Group, DatasetBuilder? dataset = null) =>
        (dataset ?? new DatasetBuilder()).With(group | 0x0010, "US", rows).With(group | 0x0011, "US", columns);

    private static OverlayPlanes Read(DatasetBuilder dataset) => OverlayPlanes.Read(DicomFile.Open(dataset.ToFile()).Dataset);

    private static byte[] Draw(DatasetBuilder dataset, int rows, int columns, int frame = 0)
    {
        var black = SampleImages.Grey(columns, rows, new byte[rows * columns]);
        return (byte[])OverlayMask.Draw(black, Read(dataset).Take(frame, null, rows, columns)).Pixels;
    }
}
