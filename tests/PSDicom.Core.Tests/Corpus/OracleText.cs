using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>An element of ours in the words of the oracle's table.</summary>
internal static class OracleText
{
    public static string VM(DicomElement element) => element.ValueMultiplicity.ToString(CultureInfo.InvariantCulture);

    public static string Value(DicomElement element)
    {
        if (element.VR == DicomVR.SQ) return $"<{element.Items.Count} items>";
        if (element.VR.Kind != DicomVRKind.Binary) return element.RawValue ?? "";
        if (element.IsEncapsulated)
        {
            return $"encapsulated fragments={element.Fragments.Count - 1} botlen={element.Fragments[0].Length} len={element.ByteLength} sha256={Sha256(element.ReadBytes())}";
        }

        byte[] bytes = element.ReadBytes();
        return bytes.Length <= 1024 ? Convert.ToHexString(bytes).ToLowerInvariant() : $"len={bytes.Length} sha256={Sha256(bytes)}";
    }

    /// <summary>Whether the two tell the same value: to the letter, or both as numbers.</summary>
    public static bool AreEqual(DicomElement element, string ours, string oracle)
    {
        if (ours == oracle) return true;
        if (oracle.StartsWith("strlen=", StringComparison.Ordinal))
        {
            string raw = element.RawValue ?? "";
            return oracle == $"strlen={raw.EnumerateRunes().Count()} utf8sha256={Sha256(Encoding.UTF8.GetBytes(raw))}";
        }

        string[] a = ours.Split('\\'), b = oracle.Split('\\');
        return element.VR.Code is "FL" or "FD" && a.Length == b.Length && a.Zip(b).All(pair =>
            double.TryParse(pair.First, CultureInfo.InvariantCulture, out double x) &&
            double.TryParse(pair.Second, CultureInfo.InvariantCulture, out double y) && x.Equals(y));
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
}
