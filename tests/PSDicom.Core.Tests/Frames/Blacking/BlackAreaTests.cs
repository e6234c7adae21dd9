using PSDicom.Frames.Blacking;

namespace PSDicom.Core.Tests.Frames.Blacking;

public class BlackAreaTests
{
    [Fact]
    public void Boxes_cover_what_is_black_and_do_not_overlap()
    {
        var random = new Random(5);
        for (int turn = 0; turn < 300; turn++)
        {
            FrameRegion[] kept = Some(), blacked = Some();
            bool keepsAll = turn % 3 == 0;
            BlackArea area = BlackArea.Of(9, 7, keepsAll ? null : kept, blacked);
            var counts = new int[9, 7];
            foreach (FrameRegion box in area.Boxes)
            {
                for (int row = box.Y; row < box.Y + box.Height; row++)
                {
                    for (int column = box.X; column < box.X + box.Width; column++) counts[row, column]++;
                }
            }

            for (int row = 0; row < 9; row++)
            {
                for (int column = 0; column < 7; column++)
                {
                    bool isBlack = (!keepsAll && !Has(kept, row, column)) || Has(blacked, row, column);
                    Assert.Equal(isBlack ? 1 : 0, counts[row, column]);
                }
            }
        }

        FrameRegion[] Some() => [.. Enumerable.Range(0, random.Next(4)).Select(_ => new FrameRegion(random.Next(9), random.Next(11), random.Next(1, 6), random.Next(1, 6)))];

        static bool Has(FrameRegion[] regions, int row, int column) =>
            regions.Any(region => column >= region.X && column < region.X + region.Width && row >= region.Y && row < region.Y + region.Height);
    }

    [Fact]
    public void A_frame_of_one_region_has_few_boxes()
    {
        Assert.Equal(["0,0,10,2", "0,2,3,4", "8,2,2,4", "0,6,10,2"], BlackArea.Of(8, 10, [new FrameRegion(3, 2, 5, 4)], []).Boxes.Select(box => box.ToString()));
        Assert.Equal(["0,0,10,2"], BlackArea.Of(8, 10, null, [new FrameRegion(0, 0, int.MaxValue, 2), new FrameRegion(2, 0, 3, 1), new FrameRegion(50, 0, 1, 1)]).Boxes.Select(box => box.ToString()));
        Assert.Empty(BlackArea.Of(8, 10, null, []).Boxes);
        Assert.Equal(["0,0,10,8"], BlackArea.Of(8, 10, [], []).Boxes.Select(box => box.ToString()));
    }

    [Fact]
    public void Pixels_of_the_boxes_are_filled()
    {
        var samples = new byte[3 * 2 * 2];
        BlackArea.Of(2, 3, null, [new FrameRegion(1, 0, 2, 1), new FrameRegion(0, 1, 1, 1)]).Fill(samples, [1, 2]);
        Assert.Equal([0, 0, 1, 2, 1, 2, 1, 2, 0, 0, 0, 0], samples);
    }
}
