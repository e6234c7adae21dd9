using PSDicom.Core.Tests.Volumes;
using PSDicom.Operations.Targets;
using PSDicom.Operations.Volumes;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Operations.Volumes;

/// <summary>Names, targets, and what is left of a volume that cannot be written.</summary>
public sealed class VolumeExportTests : IDisposable
{
    private readonly VolumeFolder _folder = new();

    private string Out => _folder.Out;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(VolumeFormat.Nifti, ".nii")]
    [InlineData(VolumeFormat.NiftiGz, ".nii.gz")]
    [InlineData(VolumeFormat.Nrrd, ".nrrd")]
    [InlineData(VolumeFormat.MetaImage, ".mha")]
    [InlineData(VolumeFormat.Npy, ".npy")]
    public void Files_are_named_by_number_and_description_and_the_extension_of_the_format(VolumeFormat format, string extension)
    {
        ExportedVolume volume = _folder.Export(_folder.Options(format), Pair("1.2.3", 7, "T1: axial"));
        Assert.Equal(Path.Combine(Out, "0007_T1_ axial" + extension), volume.FullName);
        Assert.Equal(format, volume.Format);
    }

    [Fact]
    public void Stacks_of_one_series_are_numbered()
    {
        string[] paths = _folder.Add([.. Pair("1.2.3", 7, "brain"), .. Pair("1.2.3", 7, "brain", 3).Select(slice => slice.WithSize(8, 8))]);
        using var queue = new VolumeExportQueue<string>(_folder.Options(), 4, default);
        List<WriteResult<string, VolumeTarget, ExportedVolume>> results = VolumeFolder.Run(queue, [.. VolumeFolder.Sort(paths)]);
        Assert.Equal(["0007_brain_1.nii", "0007_brain_2.nii"], results.Where(result => result.Written is not null).Select(result => Path.GetFileName(result.Written!.FullName)));
        Assert.Equal([1, 2], results.Where(result => result.Written is not null).Select(result => result.Written!.StackIndex));
    }

    [Fact]
    public void A_template_names_files_and_folders_and_stacks()
    {
        VolumeExportOptions options = new() { Destination = Out, NameTemplate = NameTemplate.Parse("{PatientID}/{Modality}_{Stack:000}.nii"), Format = VolumeFormat.Nifti };
        Assert.Equal(Path.Combine(Out, "P1", "CT_001.nii"), _folder.Export(options, Pair("1.2.3", 7, "x")).FullName);
    }

    [Fact]
    public void Two_stacks_with_one_name_are_an_error_that_says_what_to_do()
    {
        string[] paths = _folder.Add([.. Pair("1.2.3", 7, "brain"), .. Pair("1.2.3", 7, "brain", 3).Select(slice => slice.WithSize(8, 8)), .. Pair("1.2.4", 7, "brain", 5)]);
        VolumeExportOptions options = new() { Destination = Out, NameTemplate = NameTemplate.Parse("{SeriesNumber}") };
        using var queue = new VolumeExportQueue<string>(options, 4, default);
        string[] errors = [.. VolumeFolder.Run(queue, [.. VolumeFolder.Sort(paths)]).Select(result => result.Error?.Message).OfType<string>()];
        Assert.Equal(2, errors.Length);
        Assert.Contains("{Stack}", errors[0]);
        Assert.Contains("{SeriesInstanceUID}", errors[1]);
        Assert.Single(Directory.GetFiles(Out));
    }

    [Fact]
    public void The_extension_of_the_destination_settles_the_format_of_one_file()
    {
        ExportedVolume volume = _folder.Export(new VolumeExportOptions { Destination = _folder.Combine("head.nii.gz") }, Pair("1.2.3", 7, "x"));
        Assert.Equal((VolumeFormat.NiftiGz, _folder.Combine("head.nii.gz")), (volume.Format, volume.FullName));

        string[] paths = _folder.Add([.. Pair("1.2.4", 1, "a", 3), .. Pair("1.2.5", 2, "b", 5)]);
        using var queue = new VolumeExportQueue<string>(new VolumeExportOptions { Destination = _folder.Combine("two.mha") }, 4, default);
        List<WriteResult<string, VolumeTarget, ExportedVolume>> results = VolumeFolder.Run(queue, [.. VolumeFolder.Sort(paths)]);
        Assert.Contains("Use a folder", Assert.Single(results.Select(result => result.Error?.Message).OfType<string>()));
    }

    [Fact]
    public void A_file_that_exists_is_an_error_or_replaced_or_skipped()
    {
        DicomStack stack = Assert.Single(VolumeFolder.Sort(_folder.Add(Pair("1.2.3", 7, "x"))));
        string path = VolumeFolder.Export(_folder.Options(), stack).FullName;
        File.WriteAllText(path, "other");
        Assert.Equal(DicomErrorReason.TargetExists, Assert.Throws<DicomException>(() => VolumeFolder.Export(_folder.Options(), stack)).Reason);
        Assert.Equal("other", File.ReadAllText(path));

        using var skipping = new VolumeExportQueue<string>(new() { Destination = Out, SkipExisting = true }, 4, default);
        Assert.Contains(VolumeFolder.Run(skipping, stack), result => result.Skipped is not null);
        Assert.Equal("other", File.ReadAllText(path));

        VolumeFolder.Export(new VolumeExportOptions { Destination = Out, Force = true }, stack);
        Assert.NotEqual("other", File.ReadAllText(path));
    }

    [Fact]
    public void An_input_is_never_replaced()
    {
        string[] paths = _folder.Add(Pair("1.2.3", 7, "x"));
        string named = _folder.Combine("0007_x.nii");
        File.Move(paths[1], named);
        DicomStack stack = Assert.Single(VolumeFolder.Sort(paths[0], named));
        using var queue = new VolumeExportQueue<string>(new() { Destination = _folder.Combine("."), Force = true }, 4, default);
        DicomException error = Assert.IsType<DicomException>(Assert.Single(VolumeFolder.Run(queue, stack).Select(result => result.Error).OfType<Exception>()));
        Assert.Equal(DicomErrorReason.TargetExists, error.Reason);
    }

    [Fact]
    public void Of_a_stack_that_cannot_be_decoded_nothing_is_left_and_the_error_names_the_file()
    {
        string[] paths = _folder.Add([.. Enumerable.Range(0, 5).Select(i => Slice(i + 1, i))]);
        DicomStack stack = Assert.Single(VolumeFolder.Sort(paths));
        File.WriteAllBytes(paths[3], Slice(4, 3).WithSize(8, 8).ToFile());
        DicomException error = Assert.Throws<DicomException>(() => VolumeFolder.Export(new VolumeExportOptions { Destination = Out, Sidecar = true }, stack));
        Assert.Equal(DicomErrorReason.InvalidPixelData, error.Reason);
        Assert.Contains("0003.dcm", error.Message);
        Assert.Contains("8 x 8 pixels", error.Message);
        Assert.Empty(Directory.GetFiles(Out));
    }

    [Fact]
    public void A_file_that_is_gone_is_named()
    {
        string[] paths = _folder.Add([.. Enumerable.Range(0, 5).Select(i => Slice(i + 1, i))]);
        DicomStack stack = Assert.Single(VolumeFolder.Sort(paths));
        File.Delete(paths[4]);
        Assert.Contains("0004.dcm", Assert.Throws<IOException>(() => VolumeFolder.Export(_folder.Options(), stack)).Message);
        Assert.Empty(Directory.GetFiles(Out));
    }

    [Fact]
    public void A_rehearsal_writes_nothing_and_finds_errors()
    {
        string[] paths = _folder.Add([.. Pair("1.2.3", 7, "x"), .. Pair("1.2.4", 8, "y", 3), Slice(9, 0).With(SeriesUID, "UI", "1.2.5"), Slice(10, 1).With(SeriesUID, "UI", "1.2.5"), Slice(11, 3).With(SeriesUID, "UI", "1.2.5")]);
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "0008_y.nii"), "other");
        using var queue = new VolumeExportQueue<string>(_folder.Options(), 4, default) { Approve = (_, _) => false, ChecksUnapproved = true };
        List<WriteResult<string, VolumeTarget, ExportedVolume>> results = VolumeFolder.Run(queue, [.. VolumeFolder.Sort(paths)]);
        Assert.All(results, result => Assert.Null(result.Written));
        Assert.Equal(
            [DicomErrorReason.IrregularSlices, DicomErrorReason.TargetExists],
            results.Select(result => result.Error).OfType<DicomException>().Select(error => error.Reason).OrderBy(reason => reason));
        Assert.Single(Directory.GetFiles(Out));
    }

    [Fact]
    public void The_results_come_in_the_order_of_the_stacks()
    {
        string[] paths = _folder.Add([.. Enumerable.Range(0, 12).SelectMany(i => Pair($"1.2.{i + 10}", i + 1, "s", 1 + (2 * i)))]);
        IReadOnlyList<DicomStack> stacks = VolumeFolder.Sort(paths);
        using var queue = new VolumeExportQueue<string>(_folder.Options(), 8, default);
        List<WriteResult<string, VolumeTarget, ExportedVolume>> results = VolumeFolder.Run(queue, [.. stacks]);
        Assert.Equal(stacks.Select(stack => stack.SeriesNumber), results.Where(result => result.Written is not null).Select(result => result.Written!.SeriesNumber));
    }

    [Fact]
    public void The_sidecar_tells_of_the_volume_and_nothing_of_the_patient()
    {
        SliceBuilder[] slices = [.. new[] { 0, 5, 15 }.Select((z, i) => Slice(i + 1, z)
            .With(0x0008_0060, "CS", "MR")
            .With(0x0008_0020, "DA", "20240517")
            .With(0x0008_0070, "LO", "ACME \"MR\"")
            .With(0x0008_103E, "LO", "Doe T1")
            .With(0x0010_0010, "PN", "Doe^Jane")
            .With(0x0010_0020, "LO", "4711")
            .With(0x0018_0081, "DS", "30")
            .With(0x0018_0080, "DS", "2000")
            .With(0x0018_1314, "DS", "90"))];
        ExportedVolume volume = _folder.Export(new VolumeExportOptions { Destination = Out, Format = VolumeFormat.NiftiGz, Sidecar = true, FillMissing = true }, slices);
        Assert.Equal(Path.Combine(Out, "0001_Doe T1.json"), volume.Sidecar);
        string json = File.ReadAllText(volume.Sidecar!);
        foreach (string identity in new[] { "Doe", "Jane", "4711", "2024", "1.2.3" }) Assert.DoesNotContain(identity, json);
        string[] lines = [.. json.Split('\n').Select(line => line.Trim().TrimEnd(','))];
        Assert.Contains("\"Modality\": \"MR\"", lines);
        Assert.Contains("\"Manufacturer\": \"ACME \\\"MR\\\"\"", lines);
        Assert.Contains("\"EchoTime\": 0.03", lines);
        Assert.Contains("\"RepetitionTime\": 2", lines);
        Assert.Contains("\"FlipAngle\": 90", lines);
        Assert.Contains("\"Dimensions\": [4, 4, 4, 1]", lines);
        Assert.Contains("\"Spacing\": [1, 1, 5]", lines);
        Assert.Contains("\"AffineLPS\": [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 5, 0]]", lines);
        Assert.Contains("\"FilledSlices\": [3]", lines);
        Assert.Contains("\"Problem\": \"MissingSlices\"", lines);
    }

    [Fact]
    public void The_sidecar_has_the_times_of_volumes_and_their_b_values()
    {
        SliceBuilder[] slices = [.. Enumerable.Range(0, 3).Select(i => Slice(i + 1, 0)
            .With(0x0008_0060, "CS", "MR").With(0x0018_9087, "FD", i * 500).With(0x0020_0100, "IS", $"{i + 1}").With(0x0054_1300, "DS", $"{i * i * 1000}"))];
        string json = File.ReadAllText(_folder.Export(new VolumeExportOptions { Destination = Out, Sidecar = true }, slices).Sidecar!);
        Assert.Contains("\"VolumeTimes\": [0, 1, 4]", json);
        Assert.Contains("\"BValues\": [0, 500, 1000]", json);
    }

    [Fact]
    public void A_sidecar_that_exists_is_not_replaced()
    {
        DicomStack stack = Assert.Single(VolumeFolder.Sort(_folder.Add(Pair("1.2.3", 7, "x"))));
        Directory.CreateDirectory(Out);
        string json = Path.Combine(Out, "0007_x.json");
        File.WriteAllText(json, "other");
        Assert.Throws<DicomException>(() => VolumeFolder.Export(new VolumeExportOptions { Destination = Out, Sidecar = true }, stack));
        Assert.Equal([json], Directory.GetFiles(Out));
        VolumeFolder.Export(new VolumeExportOptions { Destination = Out, Sidecar = true, SkipExisting = true }, stack);
        Assert.Equal("other", File.ReadAllText(json));
        Assert.Equal(2, Directory.GetFiles(Out).Length);
    }

    [Theory]
    [InlineData("out.png", null, null, false, "is not that of a volume format")]
    [InlineData("out.nii", VolumeFormat.Nrrd, null, false, "but the format is Nrrd")]
    [InlineData("out.nii", null, "{PatientID}", false, "use only one of them")]
    [InlineData("out", null, "{Frame}", false, "{Frame}")]
    [InlineData("out", VolumeFormat.NiftiGz, null, true, "Compression")]
    [InlineData(" ", null, null, false, "empty")]
    public void Options_that_contradict_themselves_are_an_error(string destination, VolumeFormat? format, string? template, bool compresses, string message)
    {
        var options = new VolumeExportOptions
        {
            Destination = destination.Trim().Length == 0 ? destination : _folder.Combine(destination),
            Format = format,
            NameTemplate = template is null ? null : NameTemplate.Parse(template),
            Compress = compresses,
        };
        Assert.Contains(message, Assert.Throws<ArgumentException>(options.Validate).Message);
        Assert.Throws<ArgumentException>(() => new VolumeExportOptions { Destination = Out, Force = true, SkipExisting = true }.Validate());
    }

    [Fact]
    public void What_the_user_ends_leaves_nothing()
    {
        DicomStack stack = Assert.Single(VolumeFolder.Sort(_folder.Add(Pair("1.2.3", 7, "x"))));
        using var canceled = new CancellationTokenSource();
        using VolumeExport export = VolumeExport.Open(stack, _folder.Options(), default);
        canceled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => export.Write(export.TargetAt(0), canceled.Token));
        Assert.False(Directory.Exists(Out));
    }

    /// <summary>Two slices of a series.</summary>
    private static SliceBuilder[] Pair(string series, int number, string description, int instance = 1) => [.. Enumerable.Range(0, 2).Select(i => Slice(instance + i, i)
        .With(SeriesUID, "UI", series).With(0x0020_0011, "IS", $"{number}").With(0x0008_103E, "LO", description))];
}
