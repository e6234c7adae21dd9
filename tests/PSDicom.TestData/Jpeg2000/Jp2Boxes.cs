using System.Text;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>The boxes of a JP2 file (T.800 annex I).</summary>
internal static class Jp2Boxes
{
    /// <summary>The start of every file.</summary>
    public static byte[] Signature { get; } =
        [.. Box("jP  ", [0x0D, 0x0A, 0x87, 0x0A]), .. Box("ftyp", [.. Encoding.ASCII.GetBytes("jp2 "), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes("jp2 ")])];

    public static byte[] Box(string type, byte[] content)
    {
        int length = content.Length + 8;
        return [0, 0, (byte)(length >> 8), (byte)length, .. Encoding.ASCII.GetBytes(type), .. content];
    }
}
