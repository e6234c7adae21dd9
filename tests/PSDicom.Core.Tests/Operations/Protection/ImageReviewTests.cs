using PSDicom.Core.Tests.Frames;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;

namespace PSDicom.Core.Tests.Operations.Protection;

public sealed class ImageReviewTests : IDisposable
{
    private const uint PixelData = 0x7FE0_0010;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_picture_shows_what_would_become_black_in_red()
    {
        ImageReview review = Read(Image(), CleaningPixels.Rules("0,0,16,8"))!;
        Assert.Equal((ReviewResult.Cleaned, 1, "US", null), (review.Image.Result, review.Image.FrameCount, review.Image.Modality, review.Image.ErrorId));
        DicomFile picture = DicomFile.Open(new DatasetBuilder().Describe(16, 16, 8, samples: 3, photometric: "YBR_FULL_422").WithFragments(PixelData, [], review.Picture!.Length % 2 == 0 ? review.Picture : [.. review.Picture, 0]).ToFile("1.2.840.10008.1.2.4.50"));
        using var frames = PSDicom.Frames.FrameFile.Open(picture, default);
        DicomFrame frame = frames.Read(1, new PSDicom.Frames.FrameReadOptions { AsRgb = true });
        Assert.InRange(frame[2, 8, 0] - frame[2, 8, 2], 80, 160);
        Assert.InRange(frame[13, 8, 0] - frame[13, 8, 2], -10, 10);
    }

    [Fact]
    public void What_would_be_refused_has_the_reason_and_what_is_not_at_risk_is_left_out()
    {
        ImageReview refused = Read(Image(), new ProtectionRules(), makesPicture: false)!;
        Assert.Equal((ReviewResult.Refused, "BurnedInPossible"), (refused.Image.Result, refused.Image.ErrorId));
        Assert.Null(refused.Picture);
        Assert.Equal(ReviewResult.Copied, Read(Image(), new ProtectionRules { AllowsBurnedIn = true })!.Image.Result);
        ImageReview cut = Read(Image()[..^20], CleaningPixels.Rules("0,0,1,1"))!;
        Assert.Equal("Truncated", cut.Image.ErrorId);
        Assert.Null(Read(PSDicom.Core.Tests.Deidentification.Protecting.Start().With(0x0008_0060, "CS", "CT").ToFile(), CleaningPixels.Rules("0,0,1,1")));
    }

    [Fact]
    public void A_page_has_its_name_once_it_is_complete_and_replaces_no_image()
    {
        ImageReview review = Read(Image(), new ProtectionRules())!;
        string path = _folder.Combine("new", "sheet.html");
        using (var sheet = new ContactSheet(path, replaces: false))
        {
            sheet.Add(review);
            Assert.False(File.Exists(path));
        }

        Assert.Empty(Directory.GetFiles(_folder.Combine("new")));
        using (var sheet = new ContactSheet(path, replaces: false))
        {
            sheet.Add(review);
            sheet.Save();
            Assert.Equal(1, sheet.Count);
        }

        Assert.Contains("data:image/jpeg;base64,", File.ReadAllText(path));
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => new ContactSheet(path, replaces: false)).Reason);
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => new ContactSheet(_folder.Combine("a.dcm"), replaces: true)).Reason);
    }

    private ImageReview? Read(byte[] file, ProtectionRules rules, bool makesPicture = true)
    {
        string path = _folder.Combine("a.dcm");
        File.WriteAllBytes(path, file);
        return ImageReview.Read(path, rules, null, makesPicture, default);
    }

    private static byte[] Image() => CleaningPixels.Start().Describe(16, 16, 8).WithValue(PixelData, "OB", [.. Enumerable.Repeat((byte)100, 256)]).ToFile();
}
