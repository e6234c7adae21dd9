using PSDicom.Query;

namespace PSDicom.Fuzz;

/// <summary>Reads texts as tags and paths.</summary>
internal sealed class TagPathTarget : FuzzTarget
{
    private static readonly TextMutator Texts = new(
    [
        "PatientName", "patientid", "Patient*", "*", "?", "(0010,0010)", "0010,0010", "00100010", "60xx3000", "(0029,xx10)", "SIEMENS CSA HEADER|",
        "ContentSequence", "[0]", "[-1]", "[*]", "[", "]", ".", "|", "(", ")", ",", "x", "xx", " ", "PixelDat", "gggg,eeee", "[99999999999]", "\\",
    ]);

    public override string Name => "tagpath";

    public override int Share => 7;

    public override FuzzCase Make(FuzzRandom random)
    {
        string text = Texts.Next(random);
        return Of(text, () => Parse(text));
    }

    private static FuzzResult Parse(string text)
    {
        TagQuery query = TagQuery.Parse([text]);
        string usual = query.ToString();
        InvariantException.Check(query.Paths.Count == 1, "one text is not one path");
        InvariantException.Check(TagQuery.Parse([usual]).ToString() == usual, "the usual spelling is not read as itself");
        var hash = new FuzzHash();
        hash.Add(usual);
        return new FuzzResult(hash.Value, usual.Length);
    }
}
