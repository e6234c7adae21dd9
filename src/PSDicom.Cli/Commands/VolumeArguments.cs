using System;
using System.CommandLine;
using System.IO;
using PSDicom.Operations.Targets;
using PSDicom.Operations.Volumes;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary>The options of <c>psdicom volume</c> that define the files.</summary>
internal sealed class VolumeArguments
{
    private readonly Option<string> _destination = new("--destination", "-o")
    {
        Description = "The folder for the files, which is created if it does not exist; or the path of the only file, such as head.nii.gz.",
        HelpName = "PATH",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<VolumeFormat?> _format = Choices.Of(
        "--format",
        "The format. Default: by the extension of the destination, or else Nifti.",
        ("nii", VolumeFormat.Nifti),
        ("nii.gz", VolumeFormat.NiftiGz),
        ("mha", VolumeFormat.MetaImage));

    private readonly Option<string?> _nameTemplate = new("--name-template")
    {
        Description = "The names of the files, such as {PatientID}/{SeriesNumber:0000}_{Stack}: keywords, tags, Stack, and BaseName and Folder of the "
            + "first file, with .NET formats. Default: {SeriesNumber:0000}_{SeriesDescription}, and _{Stack} if a series has several.",
        HelpName = "TEMPLATE",
    };

    private readonly Option<bool> _fillMissing = new("--fill-missing") { Description = "Insert blank slices for missing ones." };

    private readonly Option<bool> _allowIrregular = new("--allow-irregular")
    {
        Description = "Allow missing, unevenly spaced and shifted slices. They are written with an even spacing.",
    };

    private readonly Option<bool> _sidecar = new("--sidecar")
    {
        Description = "Write a JSON file for each volume, with values that the format may not store. It does not identify the patient.",
    };

    private readonly Option<bool> _compress = new("--compress") { Description = "Compress the voxels of NRRD with gzip." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace existing files, except DICOM files and input files." };
    private readonly Option<bool> _skipExisting = new("--skip-existing") { Description = "Skip existing volumes, to resume an interrupted export." };

    public VolumeArguments(Command command)
    {
        Option[] options = [_destination, _format, _nameTemplate, _fillMissing, _allowIrregular, _sidecar, _compress, _force, _skipExisting];
        foreach (Option option in options) command.Options.Add(option);
    }

    /// <summary>The destination as given.</summary>
    public string Destination(ParseResult call) => call.GetRequiredValue(_destination);

    /// <summary>The options of a call.</summary>
    /// <exception cref="ArgumentException">They contradict each other.</exception>
    /// <exception cref="DicomException">A name is invalid.</exception>
    public VolumeExportOptions Read(ParseResult call, CharacterSet? characterSet)
    {
        string destination = Destination(call);
        var options = new VolumeExportOptions
        {
            Destination = destination.Length == 0 ? destination : Path.GetFullPath(destination),
            Format = call.GetValue(_format),
            NameTemplate = call.GetValue(_nameTemplate) is { } template ? NameTemplate.Parse(template) : null,
            FillMissing = call.GetValue(_fillMissing),
            AllowIrregular = call.GetValue(_allowIrregular),
            Sidecar = call.GetValue(_sidecar),
            Compress = call.GetValue(_compress),
            Force = call.GetValue(_force),
            SkipExisting = call.GetValue(_skipExisting),
            CharacterSet = characterSet,
        };
        options.Validate();
        return options;
    }
}
