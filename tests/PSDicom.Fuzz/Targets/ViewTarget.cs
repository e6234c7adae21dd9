using PSDicom.Frames;
using PSDicom.Frames.Measuring;
using PSDicom.Operations.Pages;
using PSDicom.Operations.Show;
using PSDicom.Pictures.Terminal;
using PSDicom.Query;

namespace PSDicom.Fuzz;

/// <summary>Looks at frames: statistics, pictures for a terminal, and a page for a browser.</summary>
internal sealed class ViewTarget(SeedSet seeds) : FuzzTarget
{
    /// <summary>Each kind of view reads the file.</summary>
    private const int Readings = 4;

    private const int MaxFrames = 2;

    private readonly Mutator _mutator = new(
        seeds.Images, [.. Mutator.Plain(seeds.Images), .. Mutator.Elements, .. Mutator.Pixels, .. Mutator.Pixels, new ElementValues()]);

    private readonly CaseFolder _folder = new();

    public override string Name => "view";

    public override int Share => 6;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        var measuring = new FrameMeasureOptions
        {
            Stored = random.OneIn(3), Histogram = random.OneIn(2), Percentiles = [0, 50, 99.5], Total = random.OneIn(3), Frames = [1, MaxFrames],
            Region = random.OneIn(4) ? new FrameRegion(1, 1, 4, 3) : null,
        };
        var showing = new FrameShowOptions
        {
            Terminal = new TerminalFeatures { Drawing = random.Pick(Enum.GetValues<TerminalDrawing>()) }, Columns = random.Between(1, 100), Rows = random.OneIn(2) ? random.Between(1, 50) : null,
            FillsColumns = random.OneIn(2), Text = random.OneIn(4) ? TagQuery.Parse(["Modality", "WindowCenterWidthExplanation"]) : null,
        };
        string page = Path.Combine(_folder.Path, "page.html");
        var paging = new PageExportOptions { Destination = page, Content = random.OneIn(2) ? random.Pick(Enum.GetValues<PageContent>()) : null, Frames = [1, MaxFrames], Force = true };
        return FuzzCase.Of(bytes, cost => View(bytes, measuring, showing, paging, cost), specimen, Readings);
    }

    private static FuzzResult View(byte[] bytes, FrameMeasureOptions measuring, FrameShowOptions showing, PageExportOptions paging, CaseCost cost)
    {
        DicomFile file = DicomFile.Open(bytes);
        cost.Frames = Readings * MaxFrames;
        cost.Produced = cost.Frames * DeclaredFrame.LengthOf(file, bytes.Length);
        var views = new Attempts();
        TryFrames(views, () => MeasuredFrames.Open(file, measuring, default), measured =>
        {
            views.Add(BitConverter.DoubleToInt64Bits(measured.Mean));
            views.Add(measured.Count);
            MessageCheck.Check(measured.ToString());
            MessageCheck.Check(measured.Warnings);
        });
        TryFrames(views, () => ShownFrames.Open(file, showing, default), shown =>
        {
            string drawn = FrameDrawing.Draw([shown], showing);
            views.Add(drawn);
            cost.Produced += Buffer.ByteLength(shown.Picture.Pixels);
            cost.Texts += drawn.Length;

            // Elements that are asked for are shown as they are.
            if (showing.Text is null) MessageCheck.Check(shown.Caption);
            MessageCheck.Check(shown.Warnings);
        });
        views.Try(() => views.Add(Page(file, paging, cost)));
        return views.Result;
    }

    private static void TryFrames<T>(Attempts views, Func<IFrameSource<T>> open, Action<T> see) => views.Try(() =>
    {
        using IFrameSource<T> frames = open();
        MessageCheck.Check(frames.Warning?.Message);
        for (int frame = 1; frame <= Math.Min(MaxFrames, frames.Count); frame++) see(frames.Read(frame));
    });

    private static long Page(DicomFile file, PageExportOptions options, CaseCost cost)
    {
        var export = new PageExport<string>(options, 1, default);
        PageSource source = PageSource.Read(file, options, default);
        MessageCheck.Check(source.Warning?.Message);
        export.Add(string.Empty, source);
        ExportedPage? page = export.Write(frame =>
        {
            MessageCheck.Check(frame.Warnings);
            if (frame.Error is not null) MessageCheck.Check(frame.Error);
        });
        if (page is null) return 0;
        byte[] html = File.ReadAllBytes(page.FullName);
        cost.Produced += html.Length;
        InvariantException.Check(!MessageCheck.HasMark(html), "a page says who the patient is");
        File.Delete(page.FullName);
        return html.Length;
    }
}
