using System;
using System.CommandLine;
using System.IO;
using PSDicom.Operations.Targets;
using PSDicom.Operations.Volumes;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary>The options of <c>psdicom volume</c> that say which files are made.</summary>
internal sealed class VolumeArguments
{
    private readonly Option<string> _destination = new("--destination", "-o")
    {
        Description = "The folder to write to, made if it is missing; or the path of the only file, such as head.nii.gz.",
        HelpName = "PATH",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<VolumeFormat?> _format = Choices.Of(
        "--format",
        "The kind of the files. Without this, that of the destination's extension, or Nifti.",
        ("nii", VolumeFormat.Nifti),
        ("nii.gz", VolumeFormat.NiftiGz),
        ("mha", VolumeFormat.MetaImage));

    private readonly Option<string?> _nameTemplate = new("--name-template")
    {
        Description = "Names of the files, such as {PatientID}/{SeriesNumber:0000}_{Stack}: any keyword or tag, Stack, and BaseName and Folder of the "
            + "first file, with .NET formats. Without this, {SeriesNumber:0000}_{SeriesDescription}, and the stack if a series has several.",
        HelpName = "TEMPLATE",
    };

    private readonly Option<bool> _fillMissing = new("--fill-missing") { Description = "Put blank slices where slices are missing." };

    private readonly Option<bool> _allowIrregular = new("--allow-irregular")
    {
        Description = "Write slices that are missing, not evenly spaced or shifted as if they were evenly spaced.",
    };

    private readonly Option<bool> _sidecar = new("--sidecar")
    {
        Description = "Write a JSON file beside each volume, of what its format has no place for. It does not tell who the patient is.",
    };

    private readonly Option<bool> _compress = new("--compress") { Description = "Compress the voxels of NRRD by gzip." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace files that exist, but no DICOM file, and none that is input." };
    private readonly Option<bool> _skipExisting = new("--skip-existing") { Description = "Skip volumes that exist, to go on with an export that was ended." };

    public VolumeArguments(Command command)
    {
        Option[] options = [_destination, _format, _nameTemplate, _fillMissing, _allowIrregular, _sidecar, _compress, _force, _skipExisting];
        foreach (Option option in options) command.Options.Add(option);
    }

    /// <summary>The destination as it was named.</summary>
    public string Destination(ParseResult call) => call.GetRequiredValue(_destination);

    /// <summary>The options of a call.</summary>
    /// <exception cref="ArgumentException">They contradict themselves.</exception>
    /// <exception cref="DicomException">A name cannot be understood.</exception>
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
