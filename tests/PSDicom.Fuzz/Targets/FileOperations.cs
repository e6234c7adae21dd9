using PSDicom.Frames;
using PSDicom.Operations.Export;
using PSDicom.Operations.Tags;

namespace PSDicom.Fuzz;

/// <summary>What users ask for of a file, one after another: all elements, hashes of all frames, pictures. What is refused does not end the rest.</summary>
/// <param name="cost">Takes what was asked for.</param>
/// <param name="throttleLimit">On how many threads a frame may be decoded.</param>
internal sealed class FileOperations(CaseCost cost, int throttleLimit)
{
    /// <summary>More than built files have, and enough to see that something is done again for each frame.</summary>
    private const int MaxHashed = 256;

    private const int MaxPictures = 8;

    /// <summary>Bytes of frames after which no more are asked for: that many of the largest take minutes, as they may.</summary>
    private const long MaxProduced = 512 << 20;

    /// <summary>How many operations there are, each of which reads the file.</summary>
    public const int Count = 3;

    private readonly Attempts _attempts = new();

    /// <summary>Tries all of them.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="inputLength">Its bytes.</param>
    /// <param name="asRgb">Whether colour is made RGB.</param>
    /// <param name="export">The pictures to make; null for none.</param>
    /// <exception cref="DicomException">Nothing had a result: the last reason why.</exception>
    /// <exception cref="InvariantException">Something is wrong, or a message says what it must not.</exception>
    public FuzzResult Run(Func<DicomFile> open, int inputLength, bool asRgb, FrameExportOptions? export)
    {
        _attempts.Try(() => ReadTags(open()));
        _attempts.Try(() => HashFrames(open(), inputLength, asRgb));
        if (export is not null) _attempts.Try(() => Export(open(), inputLength, export));
        return _attempts.Result;
    }

    private void ReadTags(DicomFile file)
    {
        var options = new TagReadOptions { Nested = true };
        IEnumerable<DicomTagValue> rows = TagReader.Stream(file, options, CancellationToken.None, out IReadOnlyList<DicomWarning> warnings);
        MessageCheck.Check(file.Warnings.Concat(warnings));
        foreach (DicomTagValue row in rows)
        {
            string path = row.TagPath;
            string? text = row.RawValue;
            _attempts.Add(path);
            _attempts.Add(text);
            cost.Texts += path.Length + (text?.Length ?? 0);
            MessageCheck.CheckShownValue(path);
            if (text is not null) MessageCheck.CheckShownValue(text);
        }
    }

    private void HashFrames(DicomFile opened, int inputLength, bool asRgb)
    {
        using FrameFile file = FrameFile.Open(opened, CancellationToken.None);
        MessageCheck.Check(file.Warning?.Message);
        ForEachFrame(Math.Min(file.Count, MaxHashed), DeclaredFrame.LengthOf(opened, inputLength), frame =>
        {
            DicomFrameHash hash = FrameHasher.Hash(file, frame, asRgb, throttleLimit);
            MessageCheck.Check(hash.Warnings);
            _attempts.Add(hash.Sha256);
            return hash.Length;
        });
    }

    private void Export(DicomFile opened, int inputLength, FrameExportOptions options)
    {
        using FrameExport export = FrameExport.Open(opened, options, CancellationToken.None);
        MessageCheck.Check(export.Warning?.Message);
        ForEachFrame(Math.Min(export.TargetCount, MaxPictures), DeclaredFrame.LengthOf(opened, inputLength), number =>
        {
            ExportedFrame picture = export.Write(export.TargetAt(number - 1), CancellationToken.None);
            MessageCheck.Check(picture.GetWarnings());
            _attempts.Add(picture.Length);
            File.Delete(picture.FullName);
            return picture.Length + ((long)picture.Width * picture.Height * picture.BitDepth / 8);
        });
    }

    /// <summary>Tries frames until one has an error that all have.</summary>
    /// <param name="count">How many.</param>
    /// <param name="declaredLength">Their bytes, which count also if they are refused.</param>
    /// <param name="operate">Gives the bytes that came of one.</param>
    private void ForEachFrame(int count, long declaredLength, Func<int, long> operate)
    {
        bool hasResult = count == 0 || cost.Produced > MaxProduced;
        for (int frame = 1; frame <= count && cost.Produced <= MaxProduced; frame++)
        {
            cost.Frames++;
            cost.Produced += declaredLength;
            int number = frame;
            if (_attempts.Try(() => cost.Produced += Math.Max(0, operate(number) - declaredLength))) hasResult = true;
            else if (FrameFile.IsOfAllFrames(_attempts.Refusal!)) break;
        }

        if (!hasResult) throw _attempts.Refusal!;
    }
}
