using System.CommandLine;
using System.Threading;
using PSDicom.Editing;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom set</c>: sets elements of files.</summary>
internal static class SetCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("set", "Sets elements of files, in copies or in the files themselves, and prints the paths of the changed files. All else stays identical to the byte.");
        var set = new SetArguments(command);
        var vr = new Option<string?>("--vr") { Description = "The value representation of elements that are in no dictionary.", HelpName = "VR" };
        var skipValidation = new Option<bool>("--skip-validation") { Description = "Write values that do not conform to the standard." };
        command.Options.Add(vr);
        var addMeta = new Option<bool>("--add-file-meta") { Description = "Add file meta information, with preamble and prefix, to files that have none." };
        var keepLength = new Option<bool>("--keep-length")
        {
            Description = "Keep the length of the file and the place of every byte: shorter text is padded with blanks, and what does not fit is an error.",
        };
        command.Options.Add(skipValidation);
        command.Options.Add(addMeta);
        command.Options.Add(keepLength);
        var rewrite = new RewriteArguments(command);
        var files = new FileArguments(command);
        command.Validators.Add(call =>
        {
            if (!set.IsAsked(call) && !call.GetValue(addMeta)) call.AddError("Say what to set: --tag, --map, --new-uid, --encode-as or --add-file-meta.");
        });

        command.SetAction(call =>
        {
            EditOptions edit = set.Complete(call, rewrite.ReadEdit(call)) with
            {
                SkipsValidation = call.GetValue(skipValidation), AddsFileMeta = call.GetValue(addMeta), KeepsLength = call.GetValue(keepLength),
            };
            return new RewriteRunner(rewrite, files).Run(call, edit, set.Read(call, edit, call.GetValue(vr)), cancellation);
        });
        return command;
    }
}
