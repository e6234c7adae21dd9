using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>What is needed only where a file has sequences: who is right where their lengths and delimiters contradict each other.</summary>
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
