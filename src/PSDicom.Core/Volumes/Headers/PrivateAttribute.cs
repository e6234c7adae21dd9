using System.Collections.Generic;
using PSDicom.Query;

namespace PSDicom.Volumes.Headers;

/// <summary>A private attribute of a manufacturer, in the block of the group that its creator has reserved (PS3.5 section 7.8.1).</summary>
/// <param name="Creator">The creator.</param>
/// <param name="Group">The group.</param>
/// <param name="Element">The last two digits of the element.</param>
internal readonly record struct PrivateAttribute(string Creator, ushort Group, byte Element)
{
    private const int FirstBlock = 0x10;
    private const int LastBlock = 0x1F;

    public static PrivateAttribute SiemensImagesInMosaic { get; } = new("SIEMENS MR HEADER", 0x0019, 0x0A);

    public static PrivateAttribute SiemensBValue { get; } = new("SIEMENS MR HEADER", 0x0019, 0x0C);

    public static PrivateAttribute SiemensCsaImageHeader { get; } = new("SIEMENS CSA HEADER", 0x0029, 0x10);

    public static PrivateAttribute GEImageKind { get; } = new("GEMS_PARM_01", 0x0043, 0x2F);

    public static PrivateAttribute GEBValue { get; } = new("GEMS_PARM_01", 0x0043, 0x39);

    public static PrivateAttribute PhilipsBValue { get; } = new("Philips Imaging DD 001", 0x2001, 0x03);

    public static PrivateAttribute UihBValue { get; } = new("Image Private Header", 0x0065, 0x09);

    public static PrivateAttribute UihImagesInMosaic { get; } = new("Image Private Header", 0x0065, 0x50);

    public static PrivateAttribute UihMosaicFrames { get; } = new("Image Private Header", 0x0065, 0x51);

    /// <summary>The tags to read for all private attributes.</summary>
    public static IEnumerable<TagMask> AllTags
    {
        get
        {
            PrivateAttribute[] all =
            [
                SiemensImagesInMosaic, SiemensBValue, SiemensCsaImageHeader, GEImageKind, GEBValue, PhilipsBValue, UihBValue, UihImagesInMosaic, UihMosaicFrames,
            ];
            foreach (PrivateAttribute attribute in all)
            {
                var mask = new TagMask(((uint)attribute.Group << 16) | attribute.Element, 0xFFFF_00FF);
                yield return mask;
                yield return mask.Creators;
            }
        }
    }

    /// <summary>The element of a data set; null if missing.</summary>
    public DicomElement? Find(DicomDataset dataset)
    {
        for (int block = FirstBlock; block <= LastBlock; block++)
        {
            if (dataset.GetText(new DicomTag(Group, (ushort)block))?.Trim() == Creator)
                return dataset[new DicomTag(Group, (ushort)((block << 8) | Element))];
        }

        return null;
    }

    /// <summary>The first number of the element; null if missing.</summary>
    public double? Number(DicomDataset dataset) =>
        Find(dataset) is { } element ? HeaderNumbers.Number(dataset, element.Tag) : null;
}
