using System.Buffers.Binary;
using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;
using PSDicom.Operations.Export;
using PSDicom.Operations.Tags;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Operations;

/// <summary>
/// With a wrong length, a value includes others. Each length of a header is damaged here, and the messages of all operations are searched for
/// data that identify the patient: all texts have one mark, all dates another.
/// </summary>
public sealed class IdentityTests : IDisposable
{
    private const string Mark = "QZ";
    private const string Date = "19570413";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<bool, bool> Encodings => new() { { true, false }, { false, false }, { true, true } };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Encodings))]
    public void No_message_about_a_damaged_length_says_who_the_patient_is(bool isExplicit, bool isBigEndian)
    {
        byte[] file = Image(isExplicit, isBigEndian).ToFile();
        List<(int Place, int Size, bool IsBigEndian)> lengths = [.. FindLengths(file, isExplicit, isBigEndian)];
        Assert.True(lengths.Count > 40);
        int messages = 0;
        foreach ((int place, int size, bool isReversed) in lengths)
        {
            foreach (uint length in WrongLengths(file, place + size, lengths.Select(other => other.Place), Read(file.AsSpan(place), size, isReversed)))
            {
                byte[] damaged = [.. file];
                Write(damaged.AsSpan(place), size, isReversed, length);
                foreach (string message in Messages(damaged))
                {
                    messages++;
                    Assert.False(message.Contains(Mark, StringComparison.Ordinal) || message.Contains(Date, StringComparison.Ordinal), $"length {length} at byte {place}: {message}");
                    Assert.DoesNotContain(message, character => char.IsControl(character));
                }
            }
        }

        Assert.True(messages > 1000);
    }

    [Fact]
    public void A_warning_of_a_character_set_that_includes_the_name_does_not_contain_it()
    {
        byte[] file = new DatasetBuilder()
            .WithHeader(0x0008_0005, "CS", 42).WithBytes("ISO_IR 100"u8.ToArray())
            .With(0x0010_0010, "PN", "QZName^QZGiven").With(0x0010_0020, "LO", "A\\QZ4711\\B").ToFile();
        DicomWarning warning = Assert.Single(DicomFile.Open(file).Warnings, warning => warning.Message.StartsWith("The declared character set is not a code;", StringComparison.Ordinal));
        Assert.DoesNotContain(Mark, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_set_that_is_a_code_is_quoted()
    {
        byte[] file = new DatasetBuilder().With(0x0008_0005, "CS", "ISO_IR 99\\ISO_IR 100\\B\\C\\D\\E\\F").With(0x0010_0010, "PN", "QZ").ToFile();
        Assert.Contains("The character set 'ISO_IR 99\\B\\C\\D' is unknown", Assert.Single(DicomFile.Open(file).Warnings).Message, StringComparison.Ordinal);
    }

    private static DatasetBuilder Image(bool isExplicit, bool isBigEndian) => new DatasetBuilder(isExplicit, isBigEndian)
        .With(0x0008_0005, "CS", "ISO_IR 99")
        .With(0x0008_0020, "DA", Date)
        .With(0x0008_0050, "SH", "QZACC")
        .With(0x0008_0060, "CS", "MR")
        .With(0x0008_0080, "LO", "A\\QZINST\\B")
        .With(0x0008_0090, "PN", "QZREF^QZREF")
        .WithSequence(0x0008_1110, new DatasetBuilder(isExplicit, isBigEndian).With(0x0008_1155, "UI", "1.2.3").With(0x0010_0010, "PN", "QZITEM"))
        .With(0x0009_0010, "LO", "QZCREATOR")
        .With(0x0009_1001, "LO", "QZPRIVATE")
        .With(0x0010_0010, "PN", "QZNAME^QZGIVEN")
        .With(0x0010_0020, "LO", "QZ4711")
        .With(0x0010_0030, "DA", Date)
        .With(0x0010_1000, "LO", "A\\QZ0815\\B")
        .With(0x0010_4000, "LT", "QZ COMMENT")
        .With(0x0020_000D, "UI", "1.2.3.4")
        .With(0x0020_4000, "LT", "QZ OF THE IMAGE")
        .With(0x0028_0002, "US", 1)
        .With(0x0028_0004, "CS", "MONOCHROME")
        .With(0x0028_0005, "LO", "QZOLD")
        .With(0x0028_0008, "IS", "3")
        .With(0x0028_0009, "LO", "QZPOINTER")
        .With(0x0028_0010, "US", 2)
        .With(0x0028_0011, "US", 2)
        .With(0x0028_0100, "US", 8)
        .With(0x0028_0101, "US", 8)
        .With(0x0028_0102, "US", 7)
        .With(0x0028_0103, "US", 0)
        .With(0x0028_0A04, "LO", "QZCALIBRATION")
        .With(0x0028_1050, "DS", "40\\50")
        .With(0x0028_1051, "DS", "80\\0")
        .With(0x0028_1055, "LO", "SOFT\\HARD")
        .With(0x0028_1080, "LO", "QZBEHIND\\QZ2")
        .WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6, 7, 8)
        .With(0xFFFC_FFFC, "OB", "QZTRAILING");

    private List<string> Messages(byte[] bytes)
    {
        var messages = new List<string>();
        Try(() => AddWarnings(DicomFile.Open(bytes).Warnings));
        Try(() =>
        {
            TagReader.Read(DicomFile.Open(bytes), new TagReadOptions { Nested = true }, default, out IReadOnlyList<DicomWarning> warnings);
            AddWarnings(warnings);
        });
        Try(() => messages.Add(FrameCounter.Count(DicomFile.Open(bytes)).Warning ?? string.Empty));
        Try(() =>
        {
            using FrameFile frames = FrameFile.Open(DicomFile.Open(bytes), default);
            messages.Add(frames.Warning?.Message ?? string.Empty);
            AddWarnings(frames.Read(1, new FrameReadOptions { Rescaled = true }).Warnings);
            AddWarnings(FrameHasher.Hash(frames, 1, asRgb: true).Warnings);
            frames.Read(9, null);
        });
        foreach (string window in (string[])["Nothing", "9", "Brain", "2"])
        {
            Try(() =>
            {
                var options = new FrameExportOptions { Destination = _folder.Path, Force = true, Rendering = new RenderOptions { Windowing = Windowing.Parse(window) } };
                using FrameExport export = FrameExport.Open(DicomFile.Open(bytes), options, default);
                AddWarnings(export.Write(export.GetPictures().First(), default).GetWarnings());
            });
        }

        return messages;

        void AddWarnings(IEnumerable<DicomWarning> warnings) => messages.AddRange(warnings.SelectMany(warning => (string[])[warning.Message, warning.TagPath ?? string.Empty]));

        void Try(Action read)
        {
            try
            {
                read();
            }
            catch (DicomException exception)
            {
                for (Exception? cause = exception; cause is not null; cause = cause.InnerException) messages.Add(cause.Message);
            }
        }
    }

    /// <summary>Shorter and longer ones, and those with which the value ends where another one does.</summary>
    private static IEnumerable<uint> WrongLengths(byte[] file, int start, IEnumerable<int> places, uint length)
    {
        IEnumerable<long> others = places.Where(place => place > start).Take(12).SelectMany(place => (long[])[place - start - 6, place - start - 4, place - start - 1, place - start + 4]);
        return others.Concat([0, 1, 2, length - 2L, length - 1L, length + 1L, length + 2L, length + 8L, file.Length - start, file.Length, 0xFFFF, 0xFFFF_FFFE, 0xFFFF_FFFF])
            .Where(wrong => wrong >= 0 && wrong != length).Select(wrong => (uint)wrong).Distinct();
    }

    /// <summary>The positions and sizes of all lengths, also of items, in a valid file.</summary>
    private static IEnumerable<(int Place, int Size, bool IsBigEndian)> FindLengths(byte[] file, bool isExplicit, bool isBigEndian)
    {
        int position = 132;
        while (position + 8 <= file.Length)
        {
            bool isMeta = file[position] == 2 && file[position + 1] == 0;
            bool isReversed = isBigEndian && !isMeta, hasVR = isExplicit || isMeta;
            ushort group = isReversed ? BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(position)) : BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(position));
            ushort element = isReversed ? BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(position + 2)) : BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(position + 2));
            bool isItem = group == 0xFFFE;
            DicomVR? vr = isItem || !hasVR ? null : DicomVR.Find(file[position + 4], file[position + 5]);
            (int place, int size) = vr is null ? (position + 4, 4) : vr.HasLongLength ? (position + 8, 4) : (position + 6, 2);
            yield return (place, size, isReversed);
            bool goesInto = isItem || (group == 0x0008 && element == 0x1110);
            position = place + size + (goesInto ? 0 : (int)Read(file.AsSpan(place), size, isReversed));
        }
    }

    private static uint Read(ReadOnlySpan<byte> bytes, int size, bool isBigEndian) => (size, isBigEndian) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
    };

    private static void Write(Span<byte> bytes, int size, bool isBigEndian, uint length)
    {
        if (size == 2 && isBigEndian) BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)length);
        else if (size == 2) BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)length);
        else if (isBigEndian) BinaryPrimitives.WriteUInt32BigEndian(bytes, length);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, length);
    }
}
