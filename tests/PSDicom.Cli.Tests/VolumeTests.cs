using System.Text.Json;
using PSDicom.Core.Tests.Operations;

namespace PSDicom.Cli.Tests;

public sealed class VolumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_path_of_each_volume_is_written()
    {
        Psdicom.Outcome outcome = Psdicom.Run("volume", "--recurse", "samples/ct", "--destination", Out);
        string path = Path.Combine(Out, "0002_Water phantom 5.0.nii");
        Assert.Equal((0, path + "\n"), (outcome.ExitCode, outcome.Output));
        Assert.Equal(352 + (64 * 64 * 2 * 2), new FileInfo(path).Length);
    }

    [Fact]
    public void Json_has_what_is_known_of_it()
    {
        Psdicom.Outcome outcome = Psdicom.Run("volume", "--json", "--recurse", "samples/ct", "-o", Out, "--format", "mha", "--sidecar", "--name-template", "{Modality}/{Stack}");
        JsonElement volume = Assert.Single(outcome.Objects);
        Assert.Equal(Path.Combine(Out, "CT", "1.mha"), volume.GetProperty("path").GetString());
        Assert.Equal(Path.Combine(Out, "CT", "1.json"), volume.GetProperty("sidecar").GetString());
        Assert.Equal("[1,1,5]", volume.GetProperty("spacing").GetRawText());
        Assert.Equal(("MetaImage", "Int16", "HU"), (volume.GetProperty("format").GetString(), volume.GetProperty("dataType").GetString(), volume.GetProperty("unit").GetString()));
        Assert.Equal((64, 2, 1, 2), (Number(volume, "columns"), Number(volume, "slices"), Number(volume, "volumes"), Number(volume, "fileCount")));
        Assert.True(File.Exists(Path.Combine(Out, "CT", "1.json")));
    }

    [Fact]
    public void Images_without_a_position_are_errors_and_the_rest_is_written()
    {
        Psdicom.Outcome outcome = Psdicom.Run("volume", "samples/mr/cine.dcm", "samples/ct/slice-1.dcm", "samples/ct/slice-2.dcm", "no such file", "-o", Out, "--format", "Nifti");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(Directory.GetFiles(Out));
        Assert.Contains(outcome.ErrorLines, line => line.Contains("no position in space", StringComparison.Ordinal));
        Assert.Contains(outcome.ErrorLines, line => line.Contains("no such file", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rehearsal_writes_nothing()
    {
        Psdicom.Outcome outcome = Psdicom.Run("volume", "--recurse", "samples/ct", "-o", _folder.Combine("head.nii.gz"), "--what-if");
        Assert.Equal((0, _folder.Combine("head.nii.gz") + "\n"), (outcome.ExitCode, outcome.Output));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_exists_is_an_error_or_skipped()
    {
        string[] call = ["volume", "--recurse", "samples/ct", "-o", _folder.Combine("head.npy")];
        Assert.Equal(0, Psdicom.Run(call).ExitCode);
        Assert.Contains("already exists", Psdicom.Run(call).Error);
        Psdicom.Outcome skipped = Psdicom.Run([.. call, "--skip-existing"]);
        Assert.Equal((0, ""), (skipped.ExitCode, skipped.Output));
        Assert.Equal(0, Psdicom.Run([.. call, "--force"]).ExitCode);
    }

    [Fact]
    public void A_named_file_is_not_replaced_whatever_its_content()
    {
        string named = _folder.Combine("head.npy");
        File.WriteAllText(named, "no DICOM");
        Psdicom.Outcome outcome = Psdicom.Run("volume", "samples/ct/slice-1.dcm", named, "-o", named, "--force");
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("is an input file", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("no DICOM", File.ReadAllText(named));
    }

    [Theory]
    [InlineData("--format", "dicom")]
    [InlineData("--destination", "out.png")]
    [InlineData("--name-template", "{Frame}")]
    public void A_wrong_call_is_told(string option, string value)
    {
        Assert.Equal(2, Psdicom.Run("volume", "--recurse", "samples/ct", option, value).ExitCode);
    }

    private static int Number(JsonElement volume, string name) => volume.GetProperty(name).GetInt32();
}
