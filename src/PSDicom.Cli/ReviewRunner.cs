using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Commands;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Cli;

/// <summary>Lists the images that may have text in their pixels, in the order of the files.</summary>
internal sealed class ReviewRunner(FileArguments files)
{
    /// <returns>The exit code.</returns>
    /// <param name="call">The call.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="sheetPath">The contact sheet; null for none.</param>
    /// <param name="replaces">Whether it replaces an existing one.</param>
    /// <param name="tables">The files of keys and rules that the call names, which it does not replace either.</param>
    /// <param name="isRehearsal">Whether nothing is written.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public int Run(ParseResult call, ProtectionRules rules, string? sheetPath, bool replaces, IEnumerable<string> tables, bool isRehearsal, CancellationToken cancellation)
    {
        CharacterSet? characterSet = files.CharacterSet(call);
        bool isJson = files.IsJson(call);
        using ContactSheet? sheet = sheetPath is null || isRehearsal ? null : new ContactSheet(Path.GetFullPath(sheetPath), replaces);
        if (sheet is not null)
        {
            foreach (string path in files.Files(call).FindKnown().Concat(tables)) sheet.Protect(path);
            sheet.Check();
        }

        using var output = new StandardOutput();
        var runner = new FileRunner(Read, output, files.Messages(call, output), OrderedReadAhead.LargeResultsPerThread);
        int exitCode = runner.Run(files.Files(call), files.ThrottleLimit(call), cancellation);
        sheet?.Save();
        return exitCode;

        FileOutput Read(InputFile file, CancellationToken stop)
        {
            ImageReview? review = ImageReview.Read(file.Path, rules, characterSet, sheet is not null, stop);
            return FileOutput.Of(review is null ? [] : Pieces(file.Path, review), []);
        }

        // What follows the first piece is done when it is written, in the order of the files.
        IEnumerable<ReadOnlyMemory<byte>> Pieces(string path, ImageReview review)
        {
            yield return isJson ? ReviewLines.Json(path, review.Image) : ReviewLines.Text(path, review.Image);
            sheet?.Add(review);
        }
    }
}
