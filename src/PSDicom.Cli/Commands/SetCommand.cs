using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom set</c>: sets elements of files.</summary>
internal static class SetCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("set", "Sets elements of files, in copies or in the files themselves, and prints the paths of the changed files. All else stays identical to the byte.");
        var tags = new Option<string[]>("--tag", "-t")
        {
            Description = "An element and its value: PatientID=4711, 0010,0010=Doe^Jane, RequestAttributesSequence[*].RequestedProcedureID=, "
                + "ImageType[2]=AXIAL, \"ACME|(0029,xx10)=x\". A backslash separates values; nothing after = empties the element. Can be repeated.",
            HelpName = "TAG=VALUE",
        };
        var map = new Option<string?>("--map")
        {
            Description = "A CSV file of values: one row for each value of --map-key; the other columns are named by the elements they set, New and the key's name for the key itself.",
            HelpName = "CSV",
        };
        var mapKey = new Option<string>("--map-key") { Description = "The element, and the column of --map, that finds the row of a file.", HelpName = "TAG", DefaultValueFactory = _ => "PatientID" };
        var skipUnmapped = new Option<bool>("--skip-unmapped") { Description = "Skip files for which --map has no row; without it they are errors." };
        var newUid = new Option<UidKinds[]>("--new-uid")
        {
            Description = "Replace unique identifiers by new ones, consistently in all files of the call and in references. Study, Series, Instance; can be repeated.",
            HelpName = "KIND",
        };
        var nested = new Option<bool>("--nested", "-n") { Description = "Also set the elements wherever they are in sequences." };
        var ifExists = new Option<bool>("--if-exists") { Description = "Set elements only where they exist." };
        var ifMissing = new Option<bool>("--if-missing") { Description = "Set elements only where they are missing." };
        var vr = new Option<string?>("--vr") { Description = "The value representation of elements that are in no dictionary.", HelpName = "VR" };
        var encodeAs = new Option<string?>("--encode-as") { Description = "The character set of all text in the changed files, such as \"ISO_IR 192\" for UTF-8.", HelpName = "NAME" };
        var skipValidation = new Option<bool>("--skip-validation") { Description = "Write values that do not conform to the standard." };
        Option[] options = [tags, map, mapKey, skipUnmapped, newUid, nested, ifExists, ifMissing, vr, encodeAs, skipValidation];
        foreach (Option option in options) command.Options.Add(option);
        var rewrite = new RewriteArguments(command);
        var files = new FileArguments(command);
        command.Validators.Add(call =>
        {
            if (call.GetValue(tags) is not { Length: > 0 } && call.GetValue(map) is null && call.GetValue(newUid) is not { Length: > 0 } && call.GetValue(encodeAs) is null)
                call.AddError("Say what to set: --tag, --map, --new-uid or --encode-as.");
            if (call.GetValue(ifExists) && call.GetValue(ifMissing)) call.AddError("An element cannot exist and be missing: use only one of --if-exists and --if-missing.");
        });

        command.SetAction(call =>
        {
            EditOptions edit = rewrite.ReadEdit(call) with
            {
                SkipsValidation = call.GetValue(skipValidation),
                EncodeAs = call.GetValue(encodeAs) is { } name ? CharacterSet.FromName(name) : null,
                NewUids = (call.GetValue(newUid) ?? []).Aggregate(UidKinds.None, (all, kind) => all | kind),
            };
            ChangeCondition condition = call.GetValue(ifExists) ? ChangeCondition.IfExists : call.GetValue(ifMissing) ? ChangeCondition.IfMissing : ChangeCondition.Always;
            DicomVR? named = call.GetValue(vr) is { } code ? DicomVR.Find(code.ToUpperInvariant()) ?? throw new ArgumentException($"'{code}' is not a value representation.") : null;
            List<DatasetChange> changes = [.. (call.GetValue(tags) ?? []).Select(text => Parse(text, condition, call.GetValue(nested), named))];
            foreach (DatasetChange change in changes) Check(change, edit);
            var runner = new RewriteRunner(rewrite, files)
            {
                Map = call.GetValue(map) is { } path ? ReadMap(path, call.GetRequiredValue(mapKey), call.GetValue(nested)) : null,
                SkipsUnmapped = call.GetValue(skipUnmapped),
            };
            return runner.Run(call, edit, changes, cancellation);
        });
        return command;
    }

    private static DatasetChange Parse(string text, ChangeCondition condition, bool isNested, DicomVR? vr)
    {
        // A creator may contain an equals sign.
        int start = text.IndexOf('|', StringComparison.Ordinal), end = text.IndexOf('=', Math.Max(0, start));
        if (end < 0) throw new ArgumentException("--tag needs a value after =, such as PatientID=4711; nothing after it empties the element.");
        return DatasetChange.Set(text[..end], text[(end + 1)..], condition, isNested, vr);
    }

    /// <summary>A value that fits no file is a wrong call.</summary>
    private static void Check(DatasetChange change, EditOptions edit)
    {
        try
        {
            CallValues.Check(change, edit);
        }
        catch (DicomException exception)
        {
            throw new ArgumentException(exception.Message);
        }
    }

    private static ValueMap ReadMap(string path, string key, bool isNested)
    {
        try
        {
            return ValueMap.Read(Path.GetFullPath(path), key, isNested);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"The table '{path}' cannot be read: {ErrorText.Describe(exception, path)}");
        }
    }
}
