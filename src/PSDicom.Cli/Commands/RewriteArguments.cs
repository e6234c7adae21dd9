using System;
using System.CommandLine;
using System.IO;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary>The options of commands that change files.</summary>
internal sealed class RewriteArguments
{
    private readonly Option<string?> _destination = new("--destination", "-o")
    {
        Description = "The folder for changed copies, which is created if it does not exist; or the path of a single one, such as out.dcm.",
        HelpName = "PATH",
    };

    private readonly Option<bool> _inPlace = new("--in-place") { Description = "Change the files themselves: at any moment there is the old file or the new one." };
    private readonly Option<bool> _backup = new("--backup") { Description = "With --in-place, keep the old file beside the new one, as NAME.~bak." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace existing files in the destination, and read-only files in their place." };
    private readonly Option<bool> _skipExisting = new("--skip-existing") { Description = "Skip files that exist in the destination, to resume." };
    private readonly Option<bool> _breakHardLink = new("--break-hard-link") { Description = "Change files that have other names (hard links), which keep the old content." };
    private readonly Option<bool> _allowTruncated = new("--allow-truncated") { Description = "Change files that are cut off, and keep what is there." };
    private readonly Option<bool> _allowDuplicate = new("--allow-duplicate") { Description = "Change all of several elements with the same tag." };
    private readonly Option<bool> _keepImplementation = new("--keep-implementation") { Description = "Keep the name of the software that wrote the file." };
    private readonly Option<bool> _preserveTime = new("--preserve-time") { Description = "Changed files keep the time of their last change." };
    private readonly Option<bool> _dryRun = new("--what-if", "--dry-run") { Description = "Write nothing; print what would be written." };

    /// <param name="command">The command.</param>
    /// <param name="edits">Whether it changes elements.</param>
    public RewriteArguments(Command command, bool edits = true)
    {
        Option[] ofEdits = edits ? [_allowTruncated, _allowDuplicate] : [];
        Option[] options = [_destination, _inPlace, _backup, _force, _skipExisting, _breakHardLink, .. ofEdits, _keepImplementation, _preserveTime, _dryRun];
        foreach (Option option in options) command.Options.Add(option);
        command.Validators.Add(call =>
        {
            if (call.GetValue(_inPlace) == call.GetValue(_destination) is not null)
                call.AddError("Say where the changed files go: --destination for copies, or --in-place to change the files themselves; one of them.");
        });
    }

    /// <summary>The destination as given; the current folder for files changed in their place.</summary>
    public string Destination(ParseResult call) => call.GetValue(_destination) ?? ".";

    /// <summary>Whether nothing is written.</summary>
    public bool IsRehearsal(ParseResult call) => call.GetValue(_dryRun);

    /// <summary>Whether files keep the name of the software that wrote them.</summary>
    public bool KeepsImplementation(ParseResult call) => call.GetValue(_keepImplementation);

    /// <summary>The options for the changes themselves.</summary>
    public EditOptions ReadEdit(ParseResult call) => new()
    {
        AllowsTruncated = call.GetValue(_allowTruncated),
        AllowsDuplicates = call.GetValue(_allowDuplicate),
        KeepsImplementation = call.GetValue(_keepImplementation),
    };

    /// <summary>The options of a call.</summary>
    /// <exception cref="ArgumentException">They contradict each other.</exception>
    public FileRewriteOptions Read(ParseResult call, EditOptions edit, CharacterSet? characterSet)
    {
        string? destination = call.GetValue(_destination);
        var options = new FileRewriteOptions
        {
            Destination = string.IsNullOrEmpty(destination) ? destination : Path.GetFullPath(destination),
            Force = call.GetValue(_force),
            SkipExisting = call.GetValue(_skipExisting),
            Backup = call.GetValue(_backup),
            BreakHardLinks = call.GetValue(_breakHardLink),
            PreservesTime = call.GetValue(_preserveTime),
            Edit = edit,
            CharacterSet = characterSet,
        };
        options.Validate();
        return options;
    }
}
