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

/// <summary>The arguments and options that every command on files has.</summary>
internal sealed class FileArguments
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, or with --recurse folders. * and ? are expanded where the shell has not done it.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _recurse = new("--recurse", "-r")
    {
        Description = "Read the files in folders and in their subfolders too, and pass over those that are not DICOM. Links to folders are not followed.",
    };

    private readonly Option<int?> _depth = Numbers.Whole("--depth", "How many folders deep to look, 0 being only the folder itself. Implies --recurse.", least: 0);

    private readonly Option<string?> _filter = new("--filter")
    {
        Description = "Of the files in folders, read only those whose name is like this, such as *.dcm, whatever the case.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _include = new("--include")
    {
        Description = "The same with [a-c] too. Can be given several times: one of them has to match.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description = "Of the files in folders, leave out those whose name is like this. Can be given several times.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _includeHidden = new("--include-hidden")
    {
        Description = "Search hidden folders too, and wastebaskets and snapshots such as $RECYCLE.BIN and ~snapshot.",
    };

    private readonly Option<string?> _filesFrom = new("--files-from")
    {
        Description = "Also read the files that this file lists, a path a line; - for the standard input.",
        HelpName = "LIST",
    };

    private readonly Option<bool> _null = new("--null", "-0")
    {
        Description = "Paths of --files-from end in NUL, as find -print0 writes them.",
    };

    private readonly Option<string?> _characterSet = new("--character-set")
    {
        Description = "The character set of the text, instead of the one that each file says, such as \"ISO_IR 100\".",
        HelpName = "NAME",
    };

    private readonly Option<int?> _throttleLimit = Numbers.Whole("--throttle-limit", "How many files to read at once.", least: 1);

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Write no warnings, only errors.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write one JSON object a line.",
    };

    /// <param name="command">The command.</param>
    /// <param name="hasJson">Whether what it writes can be JSON.</param>
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

    /// <summary>The files, looked up as they are asked for.</summary>
    /// <exception cref="ArgumentException">A wildcard cannot be understood.</exception>
    public InputFiles Files(ParseResult call)
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
        return new InputFiles(call.GetValue(_paths) ?? [], search, depth is not null || call.GetValue(_recurse))
        {
            List = call.GetValue(_filesFrom) is { } list ? new FileList(list, call.GetValue(_null)) : null,
        };
    }

    /// <summary>Takes errors and warnings, as the call asks for them.</summary>
    public Messages Messages(ParseResult call, StandardOutput output) => new(output, call.GetValue(_quiet));

    public CharacterSet? CharacterSet(ParseResult call) =>
        call.GetValue(_characterSet) is { } name ? Text.CharacterSet.FromName(name) : null;

    public int ThrottleLimit(ParseResult call) => call.GetValue(_throttleLimit) ?? OrderedReadAhead.DefaultThrottleLimit;

    public bool IsJson(ParseResult call) => call.GetValue(_json);

    public bool IsJson(CommandResult call) => call.GetValue(_json);

    // What is not known as an option is taken for a path.
    private static void RequireNoOption(ArgumentResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (token.Value.StartsWith('-') && !Path.Exists(token.Value))
                result.AddError($"There is no option {token.Value}, nor a file of this name.");
        }
    }

    private void RequireInput(CommandResult result)
    {
        bool hasPaths = result.GetResult(_paths) is { Tokens.Count: > 0 }, hasList = result.GetResult(_filesFrom) is not null;
        if (!hasPaths && !hasList) result.AddError($"Required argument missing: PATH, or --files-from. Try 'psdicom {result.Command.Name} --help'.");
        if (result.GetResult(_null) is not null && !hasList) result.AddError("--null is for --files-from only.");
    }
}
