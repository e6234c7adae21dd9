using System;
using System.Linq;
using System.Text;
using PSDicom.Editing;

namespace PSDicom.Deidentification.Values;

/// <summary>Values without meaning that are valid for their value representation.</summary>
internal static class DummyValue
{
    /// <summary>The text in place of removed text.</summary>
    public const string Text = "REMOVED";

    private const int LeastBytes = 2;

    /// <summary>A value for an element, with as many values as it has; not for sequences, and not for unique identifiers.</summary>
    public static NewValue Of(DicomElement element)
    {
        DicomVR vr = element.VR;
        if (vr.Kind != DicomVRKind.Text) return new NewValue(vr, new byte[Math.Max(LeastBytes, vr.UnitSize * (vr.Kind == DicomVRKind.Number ? Math.Max(1, element.ValueMultiplicity) : 1))]);
        string text = vr.Code switch
        {
            "DA" => "19000101",
            "TM" => "000000",
            "DT" => "19000101000000",
            "AS" => "000Y",
            "IS" or "DS" => "0",
            _ => Text,
        };
        int count = element.Definition is { VM: "1" } || !vr.IsMultiValued ? 1 : Math.Max(1, element.ValueMultiplicity);
        return new NewValue(vr, Encoding.ASCII.GetBytes(string.Join("\\", Enumerable.Repeat(text, count))));
    }
}
