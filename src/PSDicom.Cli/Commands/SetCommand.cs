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
        command.Options.Add(skipValidation);
        var rewrite = new RewriteArguments(command);
        var files = new FileArguments(command);
        command.Validators.Add(call =>
        {
            if (!set.IsAsked(call)) call.AddError("Say what to set: --tag, --map, --new-uid or --encode-as.");
        });

        command.SetAction(call =>
        {
            EditOptions edit = set.Complete(call, rewrite.ReadEdit(call)) with { SkipsValidation = call.GetValue(skipValidation) };
            return new RewriteRunner(rewrite, files).Run(call, edit, set.Read(call, edit, call.GetValue(vr)), cancellation);
        });
        return command;
    }
}
