using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PSDicom.Codecs;
using PSDicom.Editing;

namespace PSDicom.Frames.Transcoding;

/// <summary>
/// What the data set has to say of an image after lossy compression: it is another one, derived from the first (PS3.3 sections C.7.6.1.1.5 and
/// C.12.4, PS3.5 section 8.2).
/// </summary>
/// <param name="options">The conversion.</param>
/// <param name="method">The term of Lossy Image Compression Method.</param>
internal sealed class LossRecord(TranscodingOptions options, string method)
{
    /// <summary>The value of Lossy Image Compression of an image that has lost something, now or earlier.</summary>
    public const string IsLossy = "01";

    private const int MaxDescription = 1024;
    private const byte Escape = 0x1B;

    /// <summary>Writes it.</summary>
    /// <param name="root">The data set.</param>
    /// <param name="ratio">The uncompressed size of the frames, divided by the compressed one.</param>
    public void Write(EditNode root, double ratio)
    {
        DicomDataset dataset = root.Dataset!;
        WriteIdentity(root, dataset);
        foreach (EditNode node in EditWalk.All(root))
        {
            Derive(node, DicomTag.ImageType);
            Derive(node, DicomTag.FrameType);
        }

        Set(root, DicomTag.LossyImageCompression, DicomVR.CS, IsLossy);
        Append(root, DicomTag.LossyImageCompressionRatio, DicomVR.DS, ratio.ToString("0.##", CultureInfo.InvariantCulture));
        Append(root, DicomTag.LossyImageCompressionMethod, DicomVR.CS, method);
        Describe(root);
        AddCode(root.AddItem(DicomTag.DerivationCodeSequence), "113040", "Lossy Compression");
    }

    /// <summary>A new identifier, the same for the same image and conversion, so that references can be computed too; and a reference to the old one.</summary>
    private void WriteIdentity(EditNode root, DicomDataset dataset)
    {
        if (dataset.GetText(DicomTag.SOPInstanceUID) is not { Length: > 0 } old) return;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"PSDicom\n{old}\n{options.Target.UID}\n{Parameters()}"));
        Set(root, DicomTag.SOPInstanceUID, DicomVR.UI, DerivedUid.Of(hash.GetHashAndReset(), DerivedUid.RandomVersion));
        EditNode source = root.AddItem(DicomTag.SourceImageSequence);
        if (dataset.GetText(DicomTag.SOPClassUID) is { Length: > 0 } sopClass) Set(source, DicomTag.ReferencedSOPClassUID, DicomVR.UI, sopClass);
        Set(source, DicomTag.ReferencedSOPInstanceUID, DicomVR.UI, old);
        AddCode(source.AddItem(DicomTag.PurposeOfReferenceCodeSequence), "121320", "Uncompressed predecessor");
    }

    /// <summary>The choices that the codestreams depend on.</summary>
    private string Parameters()
    {
        FrameEncodingOptions encoding = options.Encoding;
        return method switch
        {
            "ISO_14495_1" => string.Format(CultureInfo.InvariantCulture, "samples changed by at most {0}", encoding.NearLossless),
            "ISO_10918_1" => string.Format(CultureInfo.InvariantCulture, "quality {0}", encoding.Quality),
            _ when encoding.Ratio is { } ratio => string.Format(CultureInfo.InvariantCulture, "ratio {0:0.###}", ratio),
            _ => string.Format(CultureInfo.InvariantCulture, "quality {0}", encoding.Quality),
        };
    }

    private static void Derive(EditNode node, DicomTag tag)
    {
        if (node.Find(tag)?.RawValue is not { Length: > 0 } text) return;
        int end = text.IndexOf('\\');
        string first = end < 0 ? text : text.Substring(0, end);
        if (first.Trim() != "DERIVED") Set(node, tag, DicomVR.CS, "DERIVED" + text.Substring(first.Length));
    }

    /// <summary>Adds to what is said of earlier derivations; a text that would become too long stays as it is.</summary>
    private void Describe(EditNode root)
    {
        string added = $"Lossy compressed as {options.Target.Name}, {Parameters()}";
        ReadOnlySpan<byte> old = root.Find(DicomTag.DerivationDescription) is { } element ? element.Bytes() : default;
        int length = old.Length;
        while (length > 0 && old[length - 1] is (byte)' ' or 0) length--;
        if (length == 0)
        {
            Set(root, DicomTag.DerivationDescription, DicomVR.ST, added);
            return;
        }

        // After escape sequences, ASCII may mean something else.
        if (length + 2 + added.Length > MaxDescription || old.IndexOf(Escape) >= 0) return;
        byte[] bytes = [.. old.Slice(0, length), .. Encoding.ASCII.GetBytes("; " + added)];
        root.EditOf(DicomTag.DerivationDescription).Write(new NewValue(DicomVR.ST, bytes));
    }

    private static void Append(EditNode root, DicomTag tag, DicomVR vr, string value)
    {
        string? old = root.Find(tag)?.RawValue;
        Set(root, tag, vr, string.IsNullOrEmpty(old) ? value : old + "\\" + value);
    }

    private static void AddCode(EditNode item, string value, string meaning)
    {
        Set(item, DicomTag.CodeValue, DicomVR.SH, value);
        Set(item, DicomTag.CodingSchemeDesignator, DicomVR.SH, "DCM");
        Set(item, DicomTag.CodeMeaning, DicomVR.LO, meaning);
    }

    private static void Set(EditNode node, DicomTag tag, DicomVR vr, string value) => node.EditOf(tag).Write(new NewValue(vr, Encoding.ASCII.GetBytes(value)));
}
