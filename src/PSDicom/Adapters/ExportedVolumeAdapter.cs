using System.Linq;

namespace PSDicom.Adapters;

/// <summary>Presents the properties of an <see cref="ExportedVolume"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class ExportedVolumeAdapter() : RowAdapter<ExportedVolume>(Properties)
{
    private static readonly ClassProperties<ExportedVolume> Properties = new(
        (nameof(ExportedVolume.FullName), volume => volume.FullName),
        (ItemPath.PropertyName, volume => ItemPath.Of(volume.FullName)),
        (nameof(ExportedVolume.Sidecar), volume => volume.Sidecar),
        (nameof(ExportedVolume.SeriesInstanceUID), volume => volume.SeriesInstanceUID),
        (nameof(ExportedVolume.SeriesNumber), volume => volume.SeriesNumber),
        (nameof(ExportedVolume.SeriesDescription), volume => volume.SeriesDescription),
        (nameof(ExportedVolume.StackIndex), volume => volume.StackIndex),
        (nameof(ExportedVolume.SplitBy), volume => volume.SplitBy),
        (nameof(ExportedVolume.Format), volume => volume.Format),
        (nameof(ExportedVolume.Columns), volume => volume.Columns),
        (nameof(ExportedVolume.Rows), volume => volume.Rows),
        (nameof(ExportedVolume.Slices), volume => volume.Slices),
        (nameof(ExportedVolume.Volumes), volume => volume.Volumes),
        (nameof(ExportedVolume.Size), volume => volume.Size),
        (nameof(ExportedVolume.Spacing), volume => volume.Spacing.ToArray()),
        (nameof(ExportedVolume.TimeStep), volume => volume.TimeStep),
        (nameof(ExportedVolume.DataType), volume => volume.DataType),
        (nameof(ExportedVolume.SamplesPerPixel), volume => volume.SamplesPerPixel),
        (nameof(ExportedVolume.Slope), volume => volume.Slope),
        (nameof(ExportedVolume.Intercept), volume => volume.Intercept),
        (nameof(ExportedVolume.Unit), volume => volume.Unit),
        (nameof(ExportedVolume.FileCount), volume => volume.FileCount),
        (nameof(ExportedVolume.FilledSlices), volume => volume.FilledSlices),
        (nameof(ExportedVolume.Problem), volume => volume.Problem),
        (nameof(ExportedVolume.Length), volume => volume.Length));
}
