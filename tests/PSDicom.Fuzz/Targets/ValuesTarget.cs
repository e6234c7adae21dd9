using System.Text;
using PSDicom.Core.Tests;
using PSDicom.Frames;
using PSDicom.Rendering.Greys;

namespace PSDicom.Fuzz;

/// <summary>Reads texts as dates, times, numbers, windows and times of frames.</summary>
internal sealed class ValuesTarget : FuzzTarget
{
    private static readonly string[] VRs = ["DA", "TM", "DT", "DS", "IS", "AS", "UI", "UR", "PN", "AE"];

    private static readonly TextMutator Texts = new(
    [
        "20240229", "2024", "99991231", "00010101", "000000", "235960", "23", "2359", ".123456", ".999999", "+1400", "-1200", "+0000", "-", "+", ".", "e", "E",
        "1e308", "0.1", "7", "\\", " ", "0", "1,5", "NaN", "1.2.840", "2024.01.31", "12:30:45", "042Y", "\0",
    ]);

    private static readonly TextMutator Windows = new(
        ["Brain", "Default", "None", "MinMax", "Percentile", "1", "-1", "0", "40/80", "soft tissue", "SoftTissue", " ", "_", "\t", "2147483648"]);

    public override string Name => "values";

    public override int Share => 3;

    public override FuzzCase Make(FuzzRandom random)
    {
        if (random.OneIn(4))
        {
            string window = Windows.Next(random);
            return Of(window, () => Parse(window));
        }

        string vr = random.Pick(VRs);
        byte[] text = Encoding.Latin1.GetBytes(Texts.Next(random));
        uint tag = random.Pick((uint[])[0x0018_1063, 0x0018_1065, 0x0008_2144, 0x0018_0040, 0x0008_002A]);
        byte[] file = new DatasetBuilder(isExplicit: text.Length < 60_000).WithValue(tag, vr, text).ToFile();
        return Of(file, () => Read(DicomFile.Open(file)));
    }

    private static FuzzResult Parse(string text)
    {
        Windowing windowing = Windowing.Parse(text);
        InvariantException.Check(Windowing.Parse(windowing.ToString()).ToString() == windowing.ToString(), "a window is not read as itself");
        var hash = new FuzzHash();
        hash.Add(windowing.ToString());
        return new FuzzResult(hash.Value, text.Length);
    }

    private static FuzzResult Read(DicomFile file)
    {
        FuzzResult values = ReadTarget.Read(file);
        TimeSpan time = FrameTimes.Of(file.Dataset)[1];
        InvariantException.Check(time >= TimeSpan.Zero && time <= TimeSpan.FromHours(1), $"a frame is shown for {time}");
        return values;
    }
}
