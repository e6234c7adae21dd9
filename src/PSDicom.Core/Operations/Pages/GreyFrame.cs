using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Pictures.Html;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;
using PSDicom.Text;

namespace PSDicom.Operations.Pages;

/// <summary>Encodes the values of a grey frame, with the parameters for the script to apply windows.</summary>
internal static class GreyFrame
{
    /// <summary>The longest text that counts as a unit.</summary>
    private const int LongestUnit = 16;

    /// <summary>The most windows of a frame to choose from: each frame of the page has them, and devices write a few.</summary>
    private const int MostWindows = 32;

    private static readonly DicomWarning Rounded = new(
        "The page contains 32-bit floating-point values, with 7 digits: its samples are not integers of at most 16 bits.");

    /// <summary>Whether the script can render the frame. It applies no VOI LUT to real numbers or to samples of more than 16 bits.</summary>
    public static bool CanMake(DicomFrame stored, GreyView view) => view.Mapping is VoiWindow || SampleIndex.Of(stored) is not null;

    /// <summary>Encodes a frame.</summary>
    /// <param name="stored">The frame as it is stored.</param>
    /// <param name="view">Its transforms to greys.</param>
    /// <param name="json">Its JSON object, which gets more members.</param>
    public static MadeFrame Make(DicomFrame stored, GreyView view, PageJson json)
    {
        json.Add("curve", view.Windows.Function.ToString())
            .Add("windows", Windows(view.Windows))
            .Add("isReversed", view.IsReversed)
            .Add("hidesPadding", view.HiddenPadding is not null)
            .Add("unit", view.Modality.Unit is { Length: <= LongestUnit } unit ? PlainText.OfValue(unit) : null)
            .Add("isHounsfield", view.Modality.Unit == "HU");

        // A frame shown over its full range has a window too, which GreyView.Window leaves out.
        if (view.Window is null && view.Mapping is VoiWindow whole) json.Add("window", JsonOf(whole));
        MadeFrame made = SampleIndex.Of(stored) is { } index ? Whole(stored, view, index, json) : Real(stored, view, json);
        int count = view.Windows.Windows.Count;
        return count > MostWindows ? made with { Warnings = [.. made.Warnings, new DicomWarning($"The page has the first {MostWindows} of {count} windows to choose from.")] } : made;
    }

    /// <summary>The JSON object of a window.</summary>
    public static PageJson JsonOf(VoiWindow window) =>
        new PageJson().Add("center", window.Center).Add("width", window.Width).Add("curve", window.Function.ToString());

    private static IEnumerable<PageJson> Windows(FileWindows windows) =>
        windows.Windows.Take(MostWindows).Select((window, i) => (Window: window, Number: i + 1)).Where(numbered => numbered.Window.IsValid)
            .Select(numbered => JsonOf(numbered.Window).Add("number", numbered.Number));

    /// <summary>Encodes stored values of at most 16 bits.</summary>
    private static MadeFrame Whole(DicomFrame stored, GreyView view, SampleIndex index, PageJson json)
    {
        Array samples = stored.GetPixels();
        json.Add("bits", index.Bits)
            .Add("signed", index.IsSigned)
            .Add("slope", view.Modality.HasTable ? 1 : view.Modality.Slope)
            .Add("intercept", view.Modality.HasTable ? 0 : view.Modality.Intercept)
            .Add("padding", view.Padding is { } padding ? [padding.Minimum, padding.Maximum] : null);
        return new MadeFrame
        {
            Encoding = samples is byte[] ? PageEncoding.Values8 : PageEncoding.Values16,
            Json = json,
            Data = AsciiBytes.Encode(ValuePlanes.Compress(samples, stored.Columns)),
            ValueTable = view.Modality.HasTable ? ValueTable(view.Modality, index) : null,
            GreyTable = view.Mapping is VoiWindow ? null : GreyTable(view, index),
            Warnings = view.Warnings,
        };
    }

    /// <summary>Encodes all other samples as rescaled values of 32-bit floating point.</summary>
    private static MadeFrame Real(DicomFrame stored, GreyView view, PageJson json)
    {
        Array samples = stored.GetPixels();
        double[] values = SampleArray.ToDoubles(samples);
        view.Modality.Apply(values);
        var reals = new float[values.Length];
        bool isExact = true;
        for (int i = 0; i < reals.Length; i++)
        {
            reals[i] = (float)values[i];
            isExact &= reals[i] == values[i] || double.IsNaN(values[i]);
        }

        json.Add("bits", 0).Add("slope", 1).Add("intercept", 0).Add("isReal", samples is float[] or double[]).Add("padding", Padding(view));
        return new MadeFrame
        {
            Encoding = PageEncoding.Reals,
            Json = json,
            Data = AsciiBytes.Encode(ValuePlanes.Compress(reals, stored.Columns)),
            Warnings = isExact ? view.Warnings : [.. view.Warnings, Rounded],
        };
    }

    /// <summary>The rescaled range of padding.</summary>
    private static double[]? Padding(GreyView view)
    {
        if (view.Padding is not { } padding) return null;
        double[] ends = [padding.Minimum, padding.Maximum];
        view.Modality.Apply(ends);
        return [(float)Math.Min(ends[0], ends[1]), (float)Math.Max(ends[0], ends[1])];
    }

    private static byte[] ValueTable(ModalityTransform modality, SampleIndex index)
    {
        double[] values = index.ToValues();
        modality.Apply(values);
        ushort[] table = Array.ConvertAll(values, value => (ushort)value);
        return AsciiBytes.Encode(ValuePlanes.Compress(table, table.Length));
    }

    private static byte[] GreyTable(GreyView view, SampleIndex index)
    {
        double[] values = index.ToValues();
        view.Modality.Apply(values);
        view.Mapping.Apply(values);
        var fromBlack = (byte[])new GreyScale(8, IsReversed: false, IsInverted: false).Write(values);
        var fromWhite = (byte[])new GreyScale(8, IsReversed: true, IsInverted: false).Write(values);
        return AsciiBytes.Encode(ValuePlanes.Deflate([.. fromBlack, .. fromWhite]));
    }
}
