using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Volumes.Formats;
using static PSDicom.Operations.Volumes.StackText;

namespace PSDicom.Operations.Volumes;

/// <summary>A stack, and the volume file to write from it.</summary>
public sealed class VolumeExport : IWriteSource<VolumeTarget, ExportedVolume>
{
    private static readonly NameTemplate OfSeries = NameTemplate.Parse("{SeriesNumber:0000}_{SeriesDescription}");
    private static readonly NameTemplate OfStack = NameTemplate.Parse("{SeriesNumber:0000}_{SeriesDescription}_{Stack}");

    private readonly DicomStack _stack;
    private readonly VolumeExportOptions _options;
    private readonly VolumeDestination _destination;
    private readonly VolumeLayout _layout;
    private readonly VolumeValues _values;
    private readonly NameTemplate _template;
    private readonly DicomFile _first;

    private VolumeExport(DicomStack stack, VolumeExportOptions options, VolumeDestination destination, CancellationToken cancellation)
    {
        _stack = stack;
        _options = options;
        _destination = destination;
        _layout = VolumeLayout.Of(stack, options);
        _values = VolumeValues.Of(stack, destination.Format);
        _template = options.NameTemplate ?? (stack.StackCount > 1 ? OfStack : OfSeries);
        CheckFormat(Header(_values.Type));
        var reading = new DicomReadOptions
        {
            Selection = new TagSet(_template.Tags.Concat(options.Sidecar ? VolumeSidecar.Tags.Select(TagMask.Of) : [])),
            StopAtPixelData = true,
            CharacterSet = options.CharacterSet,
        };
        _first = DicomFile.Open(Source, reading, cancellation);
    }

    /// <summary>The first file of the stack.</summary>
    public string Source => _stack.Frames[0].FullName;

    /// <summary>1: the volume file.</summary>
    public int TargetCount => 1;

    /// <summary>Null: the warnings are those of the written file.</summary>
    public DicomWarning? Warning => null;

    /// <summary>Lays out the volume of a stack, and reads the header for the name of the file.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="ArgumentException">The options are invalid.</exception>
    /// <exception cref="DicomException">
    /// The images have no position; the slices are irregular and the options do not allow it; only some frames have a rescale slope; the format
    /// cannot store the volume; or the first file cannot be read.
    /// </exception>
    /// <exception cref="IOException">The first file does not exist, or reading fails.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the first file is denied.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static VolumeExport Open(DicomStack stack, VolumeExportOptions options, CancellationToken cancellation)
    {
        if (stack is null) throw new ArgumentNullException(nameof(stack));
        if (options is null) throw new ArgumentNullException(nameof(options));
        return Open(stack, options, new VolumeDestination(options), cancellation);
    }

    /// <summary>Opens a stack for a destination of several volumes.</summary>
    internal static VolumeExport Open(DicomStack stack, VolumeExportOptions options, VolumeDestination destination, CancellationToken cancellation) =>
        new(stack, options, destination, cancellation);

    /// <summary>The file to write.</summary>
    /// <exception cref="DicomException">Its path leads out of the destination.</exception>
    public VolumeTarget TargetAt(int index)
    {
        string path = _destination.IsFile
            ? _destination.FullPath
            : _destination.PathOf(_template.Expand(_first, null, 1, [_destination.Format.Extension], (_stack.StackIndex, _stack.StackCount)));
        return new VolumeTarget(path, _options.Sidecar ? VolumeSidecar.PathOf(path, _destination.Format.Extension) : null);
    }

    /// <summary>Checks whether the file can be written, without decoding.</summary>
    /// <param name="target">The file.</param>
    /// <inheritdoc cref="Write(VolumeTarget, CancellationToken)" path="/exception"/>
    public void Check(VolumeTarget target)
    {
        if (target is null) throw new ArgumentNullException(nameof(target));
        foreach (string path in PathsOf(target))
        {
            _destination.CheckFile(path, Source);
            _destination.CheckFolders(path);
        }
    }

    /// <summary>
    /// Decodes the slices and writes the file, and creates its folders. The file is written under a temporary name in the same folder and then
    /// renamed, so that it is complete or not changed.
    /// </summary>
    /// <param name="target">The file.</param>
    /// <param name="cancellation">Cancels the work; partial files are deleted.</param>
    /// <exception cref="DicomException">
    /// A frame cannot be decoded; the format cannot store the volume; the file exists and may not be replaced, or its path leads out
    /// of the destination.
    /// </exception>
    /// <exception cref="TargetWriteException">The file cannot be written.</exception>
    /// <exception cref="IOException">A source cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ExportedVolume Write(VolumeTarget target, CancellationToken cancellation)
    {
        if (target is null) throw new ArgumentNullException(nameof(target));
        if (!TryClaim(target, out string? owner)) throw Clash(target, owner, cancellation);
        return Write(target, Environment.ProcessorCount, Environment.ProcessorCount, cancellation);
    }

    bool IWriteSource<VolumeTarget, ExportedVolume>.TryClaim(VolumeTarget target, out string? owner) => TryClaim(target, out owner);

    DicomException IWriteSource<VolumeTarget, ExportedVolume>.Clash(VolumeTarget target, string? owner, CancellationToken cancellation) =>
        Clash(target, owner, cancellation);

    bool IWriteSource<VolumeTarget, ExportedVolume>.Exists(VolumeTarget target) => File.Exists(target.Path);

    ExportedVolume IWriteSource<VolumeTarget, ExportedVolume>.Write(VolumeTarget target, int threads, int throttleLimit, CancellationToken cancellation) =>
        Write(target, threads, throttleLimit, cancellation);

    bool IWriteSource<VolumeTarget, ExportedVolume>.IsOfAllTargets(Exception error) => true;

    /// <summary>Does nothing: source files are open only during the writing.</summary>
    public void Dispose()
    {
    }

    private static IEnumerable<string> PathsOf(VolumeTarget target) => target.SidecarPath is { } sidecar ? [target.Path, sidecar] : [target.Path];

    private bool TryClaim(VolumeTarget target, out string? owner)
    {
        foreach (string path in PathsOf(target))
        {
            if (!_destination.TryClaim(path, Source, out owner)) return false;
        }

        owner = null;
        return true;
    }

    private DicomException Clash(VolumeTarget target, string? owner, CancellationToken cancellation)
    {
        string? remedy = _destination.IsFile ? "Use a folder as the destination for several volumes."
            : _stack.StackCount > 1 && !_template.HasStack ? Invariant("Add {{Stack}} to the name template: the series has {0} stacks.", _stack.StackCount)
            : null;
        if (remedy is not null)
        {
            return new DicomException(
                DicomErrorReason.TargetNotUnique, $"{StackText.Path(target.Path)} is the target of two stacks. {remedy}", Source);
        }

        return new TargetClash(owner, Source) { IsFile = false, Template = _template, TargetCount = 1 }.Describe(target.Path, cancellation);
    }

    private ExportedVolume Write(VolumeTarget target, int threads, int throttleLimit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        bool hasSidecar = target.SidecarPath is not null && !(_options.SkipExisting && File.Exists(target.SidecarPath));
        _destination.CheckFile(target.Path, Source);
        if (hasSidecar) _destination.CheckFile(target.SidecarPath!, Source);
        var reader = new SliceReader(_layout, _values);

        // The first slice is decoded before a file or folder is created, so that a stack that cannot be decoded leaves nothing behind.
        using IEnumerator<Array> slices = reader.ReadAll(threads, throttleLimit, cancellation).GetEnumerator();
        slices.MoveNext();
        VolumeHeader header = Header(SampleArray.TypeOf(slices.Current));
        CheckFormat(header);
        _destination.MakeFolders(target.Path);
        Action<Stream> write = stream =>
        {
            WriteSlices(stream, header, slices);

            // The sidecar is written before the volume is renamed, so that an interrupted export leaves no volume without its sidecar.
            if (hasSidecar) new VolumeSidecar(_stack, _layout, header, _values.Unit, _first).Write(target.SidecarPath!, _options.Force, cancellation);
        };
        long length = AtomicFile.Write(target.Path, _options.Force, write, cancellation);
        return Describe(target, header, length, [.. VolumeWarnings.Of(_stack, _layout, header), .. reader.Warnings]);
    }

    private void WriteSlices(Stream stream, VolumeHeader header, IEnumerator<Array> slices)
    {
        VolumeWriter writer = _destination.Format.Create(stream, header, _options.Compress);
        do
        {
            if (SampleArray.TypeOf(slices.Current) != header.Type)
                throw new DicomException(DicomErrorReason.InvalidPixelData, $"{Name(_stack)}: some frames have colors of 8 bits, others of more.", Source, tagPath: "BitsAllocated");
            writer.Add(slices.Current);
            SamplePool.Shared.Return(slices.Current);
        }
        while (slices.MoveNext());
        writer.Complete();
    }

    private VolumeHeader Header(SampleType type) => new()
    {
        Columns = _layout.Geometry.Columns,
        Rows = _layout.Geometry.Rows,
        Slices = _layout.Slices,
        Volumes = _layout.Geometry.Volumes,
        Origin = _layout.Geometry.Origin,
        I = _layout.Geometry.I,
        J = _layout.Geometry.J,
        K = _layout.Step,
        Type = type,
        SamplesPerPixel = _values.IsColor ? 3 : 1,
        Slope = _destination.Format.HasSlope ? _values.Slope : 1,
        Intercept = _destination.Format.HasSlope ? _values.Intercept : 0,
        VolumeTimes = _layout.Geometry.VolumeTimes,
    };

    /// <summary>Checks that the format can store the volume.</summary>
    private void CheckFormat(VolumeHeader header)
    {
        VolumeFileFormat format = _destination.Format;
        if (!format.HasShear && !header.IsOrthogonal)
        {
            throw new DicomException(
                DicomErrorReason.VolumeNotSupported,
                Invariant(
                    "{0}: the axes are not perpendicular (tilt of {1} degrees), and {2} cannot store that. Use Nifti, Nrrd or Npy.",
                    Name(_stack),
                    _stack.GantryTilt,
                    format.Format),
                Source);
        }

        if (!format.HasDeepColor && _values.IsColor && header.Type != SampleType.UInt8)
        {
            throw new DicomException(
                DicomErrorReason.VolumeNotSupported,
                $"{Name(_stack)}: {format.Format} has no colors of more than 8 bits. Use Nrrd, MetaImage or Npy.",
                Source);
        }
    }

    private ExportedVolume Describe(VolumeTarget target, VolumeHeader header, long length, IReadOnlyList<DicomWarning> warnings) => new(warnings)
    {
        FullName = target.Path,
        Sidecar = target.SidecarPath,
        SeriesInstanceUID = _stack.SeriesInstanceUID,
        SeriesNumber = _stack.SeriesNumber,
        SeriesDescription = _stack.SeriesDescription,
        StackIndex = _stack.StackIndex,
        SplitBy = _stack.SplitBy,
        Format = _destination.Format.Format,
        Columns = header.Columns,
        Rows = header.Rows,
        Slices = header.Slices,
        Volumes = header.Volumes,
        Spacing = [.. header.Spacing.Select(spacing => Math.Round(spacing, 6))],
        TimeStep = header.TimeStep,
        DataType = header.Type.ToString(),
        SamplesPerPixel = header.SamplesPerPixel,
        Slope = header.Slope,
        Intercept = header.Intercept,
        Unit = _values.Unit,
        FileCount = _stack.FileCount,
        FilledSlices = _layout.Filled,
        Problem = _stack.Problem,
        Length = length,
    };
}
