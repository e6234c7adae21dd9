using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>The rules for contradictory lengths and delimiters; made only for files with sequences.</summary>
internal sealed class StructureRules
{
    public StructureRules(ByteWindow window, ReadingWarnings warnings)
    {
        var headers = new HeaderEvidence(window);
        Evidence = new StructureEvidence(window);
        Delimiters = new DelimiterRules(headers, Evidence, warnings);
        Lengths = new LengthRules(window, headers, Evidence, warnings);
    }

    public StructureEvidence Evidence { get; }

    public DelimiterRules Delimiters { get; }

    public LengthRules Lengths { get; }
}
