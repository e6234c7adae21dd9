using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Fuzz;

/// <summary>Finds the elements of a file, for mutations that know what they change.</summary>
internal static class ElementMap
{
    private const int Window = 8 * 1024;
    private const int Most = 20_000;

    public static List<ElementPlace> Of(byte[] file)
    {
        var places = new List<ElementPlace>();
        try
        {
            using var window = new ByteWindow(new MemoryByteSource(file), Window);
            long start = FileLayout.FindFirstElement(window);
            long data = Read(window, file, start, DicomEncoding.ExplicitLittleEndian, places, tag => tag.Group == 2);
            Read(window, file, data, DicomEncoding.ExplicitLittleEndian, places, _ => true);
        }
        catch (DicomException)
        {
            // What is found until then will do.
        }

        return places;
    }

    /// <returns>Where the first element is that is not wanted.</returns>
    private static long Read(
        ByteWindow window, byte[] file, long start, DicomEncoding declared, List<ElementPlace> places, Predicate<DicomTag> isWanted)
    {
        DicomEncoding encoding = FileLayout.FindEncoding(window, start, declared);
        var tokenizer = new DicomTokenizer(window, start, encoding, []);
        while (places.Count < Most && tokenizer.Read())
        {
            if (!isWanted(tokenizer.Tag) && tokenizer.Depth == 0) return tokenizer.HeaderOffset;
            if (tokenizer.Kind is DicomTokenKind.SequenceEnd or DicomTokenKind.ItemEnd or DicomTokenKind.FragmentsEnd) continue;
            int header = (int)tokenizer.HeaderOffset, offset = (int)tokenizer.Offset;
            bool isItem = tokenizer.Kind is DicomTokenKind.ItemStart or DicomTokenKind.Fragment;
            bool hasVR = !isItem && header + 6 <= file.Length && DicomVR.Find(file[header + 4], file[header + 5]) is not null;
            int length = tokenizer.Kind is DicomTokenKind.Element or DicomTokenKind.Fragment ? (int)tokenizer.ByteLength : 0;
            places.Add(new ElementPlace(tokenizer.Kind, tokenizer.Tag, tokenizer.VR, header, offset, length, hasVR, encoding.IsBigEndian));
        }

        return tokenizer.Position;
    }
}
