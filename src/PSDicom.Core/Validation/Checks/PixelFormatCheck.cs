using System;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Pixels;

namespace PSDicom.Validation.Checks;

/// <summary>The attributes of the pixel format: complete, consistent, and there if the object is an image (PS3.3 section C.7.6.3).</summary>
internal sealed class PixelFormatCheck : IFileCheck
{
    private const string ImageStorage = "ImageStorage";

    private static readonly DicomTag[] OfAll =
        [DicomTag.SamplesPerPixel, DicomTag.PhotometricInterpretation, DicomTag.Rows, DicomTag.Columns, DicomTag.BitsAllocated];

    private static readonly DicomTag[] OfIntegers = [DicomTag.BitsStored, DicomTag.HighBit, DicomTag.PixelRepresentation];

    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        DicomDataset dataset = file.Dataset;
        if (ImagePixels.FindPixelData(dataset) is not { } pixelData)
        {
            if (IsImage(file)) findings.Add(PixelFindings.PixelDataMissing, "There are no pixel data, although the object is an image.");
            return;
        }

        if (Count(dataset) > 1) findings.Add(PixelFindings.PixelDataTwice, "There is more than one element of pixel data.", null, pixelData.Tag, pixelData.Offset);
        bool areIntegers = pixelData.Tag == DicomTag.PixelData;
        foreach (DicomTag tag in OfAll) Require(dataset, tag, findings);
        if (areIntegers) foreach (DicomTag tag in OfIntegers) Require(dataset, tag, findings);
        if (dataset.GetInteger(DicomTag.SamplesPerPixel) > 1) Require(dataset, DicomTag.PlanarConfiguration, findings);
        if (areIntegers) CheckBits(dataset, findings);
        CheckSamples(dataset, findings);
        CheckEncoding(file, pixelData, findings);
    }

    private static bool IsImage(CheckedFile file)
    {
        if (file.Dataset[DicomTag.PixelDataProviderURL] is { IsEmpty: false }) return false;
        bool hasSize = file.Dataset[DicomTag.Rows] is { IsEmpty: false } && file.Dataset[DicomTag.Columns] is { IsEmpty: false };
        return hasSize || file.SOPClass?.Keyword.IndexOf(ImageStorage, StringComparison.Ordinal) >= 0;
    }

    private static int Count(DicomDataset dataset)
    {
        int count = 0;
        foreach (DicomTag tag in (DicomTag[])[DicomTag.PixelData, DicomTag.FloatPixelData, DicomTag.DoubleFloatPixelData]) count += dataset.Contains(tag) ? 1 : 0;
        return count;
    }

    private static void Require(DicomDataset dataset, DicomTag tag, FindingList findings)
    {
        bool isKnown = tag == DicomTag.PhotometricInterpretation ? dataset.GetText(tag) is not null : dataset.GetInteger(tag) is not null;
        if (!isKnown) findings.Add(PixelFindings.PixelFormatIncomplete, $"{tag} is missing, empty or not a number.", null, tag, dataset[tag]?.Offset);
    }

    private static void CheckBits(DicomDataset dataset, FindingList findings)
    {
        long? allocated = dataset.GetInteger(DicomTag.BitsAllocated), stored = dataset.GetInteger(DicomTag.BitsStored), high = dataset.GetInteger(DicomTag.HighBit);
        if (allocated is <= 0 or > 64)
            Add(findings, dataset, DicomTag.BitsAllocated, $"Bits Allocated is {allocated}.");
        if (stored <= 0 || stored > allocated)
            Add(findings, dataset, DicomTag.BitsStored, $"Bits Stored is {stored}, Bits Allocated {allocated}.");
        else if (high is not null && high != stored - 1)
            Add(findings, dataset, DicomTag.HighBit, $"High Bit is {high}, Bits Stored {stored}, Bits Allocated {allocated}.");
        if (dataset.GetInteger(DicomTag.PixelRepresentation) is not (null or 0 or 1))
            Add(findings, dataset, DicomTag.PixelRepresentation, $"Pixel Representation is neither 0 nor 1.");
        foreach (DicomTag tag in (DicomTag[])[DicomTag.Rows, DicomTag.Columns])
        {
            if (dataset.GetInteger(tag) is 0) Add(findings, dataset, tag, $"{tag} is 0.");
        }
    }

    private static void CheckSamples(DicomDataset dataset, FindingList findings)
    {
        if (dataset.GetInteger(DicomTag.SamplesPerPixel) is not { } samples || dataset.GetText(DicomTag.PhotometricInterpretation) is not { } interpretation) return;
        bool isColor = interpretation is PhotometricInterpretations.Rgb or PhotometricInterpretations.Hsv || interpretation.StartsWith("YBR_", StringComparison.Ordinal);
        if (isColor ? samples != 3 : PhotometricInterpretations.HasOneSample(interpretation) && samples != 1)
            Add(findings, dataset, DicomTag.SamplesPerPixel, $"Samples per Pixel is {samples}; the color space of Photometric Interpretation has {(isColor ? 3 : 1)}.");
    }

    private static void CheckEncoding(CheckedFile file, DicomElement pixelData, FindingList findings)
    {
        DicomTransferSyntax syntax = file.File.TransferSyntax;
        bool isKnown = file.FileMeta.GetText(DicomTag.TransferSyntaxUID) is { } uid && DicomTransferSyntax.Find(uid) is not null;
        if (isKnown && syntax.IsEncapsulated != pixelData.IsEncapsulated && pixelData.ByteLength > 0)
        {
            string actual = pixelData.IsEncapsulated ? "in fragments, but the transfer syntax is uncompressed" : "not in fragments, but the transfer syntax is compressed";
            findings.Add(PixelFindings.PixelDataEncapsulation, $"The pixel data are {actual}.", null, pixelData.Tag, pixelData.Offset);
        }

        if (!isKnown || !syntax.IsExplicitVR || pixelData.Tag != DicomTag.PixelData) return;
        DicomVR required = pixelData.IsEncapsulated ? DicomVR.OB : file.Dataset.GetInteger(DicomTag.BitsAllocated) > 8 ? DicomVR.OW : pixelData.VR;
        if (pixelData.VR != required)
            findings.Add(PixelFindings.PixelDataVR, $"The value representation of the pixel data is {pixelData.VR}; it should be {required}.", null, pixelData.Tag, pixelData.Offset);
    }

    private static void Add(FindingList findings, DicomDataset dataset, DicomTag tag, FormattableString message) =>
        findings.Add(PixelFindings.PixelFormatContradiction, FormattableString.Invariant(message), null, tag, dataset[tag]?.Offset);
}
