using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using PSDicom.Cli.Inputs;
using PSDicom.Operations;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary>The arguments and options that every command on files has.</summary>
internal sealed class FileArguments
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, or with --recurse folders. * and ? are expanded where the shell has not done it.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _recurse = new("--recurse", "-r")
    {
        Description = "Read the files in folders and in their subfolders too, and pass over those that are not DICOM.",
    };

    private readonly Option<string?> _filter = new("--filter")
    {
        Description = "Of the files in folders, read only those whose name is like this, such as *.dcm.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _characterSet = new("--character-set")
    {
        Description = "The character set of the text, instead of the one that each file says, such as \"ISO_IR 100\".",
        HelpName = "NAME",
    };

    private readonly Option<int> _throttleLimit = new("--throttle-limit")
    {
        Description = "How many files to read at once.",
        HelpName = "N",
        DefaultValueFactory = _ => OrderedReadAhead.DefaultThrottleLimit,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write one JSON object a line.",
    };

    public FileArguments(Command command)
    {
        _paths.Validators.Add(RequireNoOption);
        _throttleLimit.Validators.Add(RequirePositive);
        command.Arguments.Add(_paths);
        command.Options.Add(_recurse);
        command.Options.Add(_filter);
        command.Options.Add(_characterSet);
        command.Options.Add(_throttleLimit);
        command.Options.Add(_json);
    }

    /// <summary>The files, looked up as they are asked for.</summary>
    public InputFiles Files(ParseResult call) => new(call.GetRequiredValue(_paths), call.GetValue(_recurse), call.GetValue(_filter));

    public CharacterSet? CharacterSet(ParseResult call) =>
        call.GetValue(_characterSet) is { } name ? Text.CharacterSet.FromName(name) : null;

    public int ThrottleLimit(ParseResult call) => call.GetValue(_throttleLimit);

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

    private static void RequirePositive(OptionResult result)
    {
        foreach (Token token in result.Tokens)
        {
            // What is no number is told of without this.
            if (int.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int limit) && limit < 1)
                result.AddError("--throttle-limit is at least 1.");
        }
    }
}
