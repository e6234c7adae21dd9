using PSDicom.Codecs.Rle;

namespace PSDicom.Core.Tests.Codecs.Rle;

public class RleCorpusTests
{
    [SkippableFact]
    public void Every_frame_is_equal_to_what_other_decoders_make_of_it()
    {
        List<OracleFrame> frames = OracleFrame.Read("1.2.840.10008.1.2.5").ToList();
        Assert.True(frames.Count >= 56, $"Only {frames.Count} frames were found.");
        Assert.Equal([], frames.Select(frame => frame.Compare(new RleDecoder())).Where(difference => difference is not null));
    }
}
