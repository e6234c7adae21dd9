using System;
using System.CommandLine;
using System.IO;
using PSDicom.Editing;
using PSDicom.Operations.Copy;
using PSDicom.Operations.Targets;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary>The options of <c>psdicom copy</c> and <c>psdicom move</c>.</summary>
internal sealed class CopyArguments
{
    private readonly Option<string> _destination = new("--destination", "-o")
    {
        Description = "The folder to write to, created if missing. It cannot be in a folder that is searched with --recurse.",
        HelpName = "FOLDER",
        Required = true,
    };

    private readonly Option<string?> _nameTemplate = new("--name-template")
    {
        Description = "Names of the files, such as {PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{SOPInstanceUID}: any keyword or tag, BaseName, Folder "
            + "and Count, with .NET formats. Default: their names, and with --recurse also their folders.",
        HelpName = "TEMPLATE",
    };

    private readonly Option<bool> _hardLink = new("--hard-link")
    {
        Description = "Make hard links instead of copies, where the file system can.",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace existing files with other bytes, but never a file of the input.",
    };

    private readonly Option<bool> _skipExisting = new("--skip-existing")
    {
        Description = "Skip files that already exist, without comparing them.",
    };

    private readonly bool _isMove;
    private readonly SetArguments _set;

    public CopyArguments(Command command, bool isMove)
    {
        _isMove = isMove;
        command.Options.Add(_destination);
        command.Options.Add(_nameTemplate);
        if (!isMove) command.Options.Add(_hardLink);
        command.Options.Add(_force);
        command.Options.Add(_skipExisting);
        _set = new SetArguments(command);
    }

    /// <summary>The destination as given.</summary>
    public string Destination(ParseResult call) => call.GetRequiredValue(_destination);

    /// <summary>The options of a call.</summary>
    /// <exception cref="ArgumentException">They contradict each other.</exception>
    /// <exception cref="DicomException">A name is invalid.</exception>
    public FileCopyOptions Read(ParseResult call, CharacterSet? characterSet)
    {
        string destination = Destination(call);
        EditOptions edit = _set.Complete(call, new EditOptions());
        var options = new FileCopyOptions
        {
            Destination = destination.Length == 0 ? destination : Path.GetFullPath(destination),
            NameTemplate = call.GetValue(_nameTemplate) is { } template ? NameTemplate.Parse(template) : null,
            Move = _isMove,
            HardLink = !_isMove && call.GetValue(_hardLink),
            Force = call.GetValue(_force),
            SkipExisting = call.GetValue(_skipExisting),
            Changes = _set.IsAsked(call.CommandResult) ? _set.Read(call, edit) : null,
            Edit = edit,
            CharacterSet = characterSet,
        };
        options.Validate();
        return options;
    }
}
