using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Search;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Cli.Commands;

/// <summary>The arguments and options common to all commands.</summary>
internal sealed class FileArguments
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, or with --recurse folders. * and ? are expanded if the shell has not done so.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _recurse = new("--recurse", "-r")
    {
        Description = "Read the files in folders and their subfolders, and skip those that are not DICOM. Links to folders are not followed.",
    };

    private readonly Option<int?> _depth = Numbers.Whole(
        "--depth", "The number of folder levels to search; 0 is only the folder itself. Implies --recurse.", minimum: 0);

    private readonly Option<string?> _filter = new("--filter")
    {
        Description = "Read only the files in folders whose name matches, such as *.dcm. Case is ignored.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _include = new("--include")
    {
        Description = "As --filter, also with [a-c]. Can be repeated: one of them must match.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description = "Skip the files in folders whose name matches. Can be repeated.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _includeHidden = new("--include-hidden")
    {
        Description = "Also search hidden folders, recycle bins and snapshots such as $RECYCLE.BIN and ~snapshot.",
    };

    private readonly Option<string?> _filesFrom = new("--files-from")
    {
        Description = "Also read the files listed in this file, one path per line; - for the standard input.",
        HelpName = "LIST",
    };

    private readonly Option<bool> _null = new("--null", "-0")
    {
        Description = "Paths of --files-from end with NUL, as written by find -print0.",
    };

    private readonly Option<string?> _characterSet = new("--character-set")
    {
        Description = "The character set of text values, instead of the one that each file declares, such as \"ISO_IR 100\".",
        HelpName = "NAME",
    };

    private readonly Option<int?> _throttleLimit = Numbers.Whole(
        "--throttle-limit", "The number of files to read at the same time.", minimum: 1);

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Write no warnings, only errors.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write one JSON object per line.",
    };

    /// <param name="command">The command.</param>
    /// <param name="hasJson">Whether its output can be JSON.</param>
    public FileArguments(Command command, bool hasJson = true)
    {
        _paths.Validators.Add(RequireNoOption);
        command.Validators.Add(RequireInput);
        command.Arguments.Add(_paths);
        Option[] options =
        [
            _recurse, _depth, _filter, _include, _exclude, _includeHidden, _filesFrom, _null, _characterSet, _throttleLimit, _quiet,
        ];
        foreach (Option option in options) command.Options.Add(option);
        if (hasJson) command.Options.Add(_json);
    }

    /// <summary>The files, found as they are enumerated.</summary>
    /// <exception cref="ArgumentException">A wildcard is invalid.</exception>
    public InputFiles Files(ParseResult call) => Files(call, call.GetValue(_paths) ?? [], call.GetValue(_filesFrom) is { } list ? new FileList(list, call.GetValue(_null)) : null);

    /// <summary>The files of other paths of the call, found in the same way.</summary>
    /// <exception cref="ArgumentException">A wildcard is invalid.</exception>
    public InputFiles Files(ParseResult call, string[] paths) => Files(call, paths, null);

    /// <summary>The receiver of errors and warnings.</summary>
    public Messages Messages(ParseResult call, StandardOutput output) => new(output, call.GetValue(_quiet));

    public CharacterSet? CharacterSet(ParseResult call) =>
        call.GetValue(_characterSet) is { } name ? Text.CharacterSet.FromName(name) : null;

    public int ThrottleLimit(ParseResult call) => call.GetValue(_throttleLimit) ?? OrderedReadAhead.DefaultThrottleLimit;

    /// <summary>Whether to write only errors.</summary>
    public bool IsQuiet(ParseResult call) => call.GetValue(_quiet);

    public bool IsJson(ParseResult call) => call.GetValue(_json);

    public bool IsJson(CommandResult call) => call.GetValue(_json);

    private InputFiles Files(ParseResult call, string[] paths, FileList? list)
    {
        int? depth = call.GetValue(_depth);
        var search = new FileSearchOptions
        {
            Recurse = true,
            Depth = depth,
            Filter = call.GetValue(_filter),
            Include = call.GetValue(_include),
            Exclude = call.GetValue(_exclude),
            IncludeHidden = call.GetValue(_includeHidden),
        };
        return new InputFiles(paths, search, depth is not null || call.GetValue(_recurse)) { List = list };
    }

    // An unknown option is parsed as a path.
    private static void RequireNoOption(ArgumentResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (token.Value.StartsWith('-') && !Path.Exists(token.Value))
                result.AddError($"'{token.Value}' is neither an option nor an existing file.");
        }
    }

    private void RequireInput(CommandResult result)
    {
        bool hasPaths = result.GetResult(_paths) is { Tokens.Count: > 0 }, hasList = result.GetResult(_filesFrom) is not null;
        if (!hasPaths && !hasList) result.AddError($"Required argument missing: PATH, or --files-from. Try 'psdicom {result.Command.Name} --help'.");
        if (result.GetResult(_null) is not null && !hasList) result.AddError("--null needs --files-from.");
    }
}
