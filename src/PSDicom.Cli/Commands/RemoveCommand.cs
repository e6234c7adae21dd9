using System.CommandLine;
using System.Linq;
using System.Threading;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom remove</c>: removes elements from files.</summary>
internal static class RemoveCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("remove", "Removes elements from files, in copies or in the files themselves, and prints the paths of the files. All else stays identical to the byte.");
        var tags = new Option<string[]>("--tag", "-t")
        {
            Description = "An element: PatientComments, *Comments, 0010,4000, (0032,xxxx), \"ACME|(0029,xx10)\", RequestAttributesSequence[0].RequestedProcedureID, "
                + "or one item of a sequence, RequestAttributesSequence[0]. Can be repeated.",
            HelpName = "TAG",
        };
        var nested = new Option<bool>("--nested", "-n") { Description = "Also remove the elements wherever they are in sequences." };
        var isPrivate = new Option<bool>("--private") { Description = "Remove private elements with their creators, at any depth." };
        var creators = new Option<string[]>("--creator") { Description = "With --private, remove only the elements of this creator. Can be repeated.", HelpName = "NAME" };
        Option[] options = [tags, nested, isPrivate, creators];
        foreach (Option option in options) command.Options.Add(option);
        var rewrite = new RewriteArguments(command);
        var files = new FileArguments(command);
        command.Validators.Add(call =>
        {
            if (call.GetValue(tags) is not { Length: > 0 } && !call.GetValue(isPrivate)) call.AddError("Say what to remove: --tag or --private.");
            if (call.GetValue(creators) is { Length: > 0 } && !call.GetValue(isPrivate)) call.AddError("--creator needs --private.");
        });

        command.SetAction(call =>
        {
            EditOptions edit = rewrite.ReadEdit(call) with
            {
                RemovesPrivate = call.GetValue(isPrivate), PrivateCreators = call.GetValue(creators) is { Length: > 0 } names ? names : null,
            };
            var changes = new FileChanges { Changes = [.. (call.GetValue(tags) ?? []).Select(tag => DatasetChange.Remove(tag, call.GetValue(nested)))] };
            return new RewriteRunner(rewrite, files).Run(call, edit, changes, cancellation);
        });
        return command;
    }
}
