using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Operations.Targets;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom protect</c>: writes de-identified copies.</summary>
internal static class ProtectCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("protect", "Writes de-identified copies of files by the Basic Profile of PS3.15 Annex E, and prints their paths. The files themselves stay as they are.");
        var destination = new Option<string>("--destination", "-o") { Description = "The folder for the copies, which is created if it does not exist. It is outside of the folders that are searched. Needed unless --review is used.", HelpName = "PATH" };
        var names = new Option<string?>("--name-template")
        {
            Description = "The names of the copies, of their new values: \"{PatientID}/{SeriesInstanceUID}/{SOPInstanceUID}\". By default the new identifiers of study, series and instance.",
            HelpName = "TEMPLATE",
        };
        var retain = new Option<Retention[]>("--retain") { Description = "Keep FullDates, ModifiedDates, Uids, PatientCharacteristics, DeviceIdentity, InstitutionIdentity or SafePrivate. Can be repeated.", HelpName = "WHAT" };
        var clean = new Option<Cleaning[]>("--clean") { Description = "Keep Descriptors, Graphics, StructuredContent or PixelData after cleaning them. PixelData: pixels become black outside of ultrasound regions, in the rectangles of --region, and where known devices write text. Can be repeated.", HelpName = "WHAT" };
        var region = new Option<string[]>("--region") { Description = "A rectangle that becomes black in all images, with --clean PixelData: column and row, counted from 0 at the top left, width and height, such as 0,0,640,40. Can be repeated.", HelpName = "X,Y,WIDTH,HEIGHT" };
        var regionTable = new Option<string?>("--region-table") { Description = "A CSV file of further devices and where they write text, with the columns Name, Modality, Manufacturer, Model, Rows, Columns, Other and Boxes.", HelpName = "CSV" };
        var keyPath = new Option<string?>("--key-path") { Description = "A file with the secret key, 16 bytes or more. The same key gives the same copies in every run; without one, a random key is used.", HelpName = "FILE" };
        var patientMap = new Option<string?>("--patient-map") { Description = "A CSV file of the new patient IDs, with the columns PatientID and NewPatientID.", HelpName = "CSV" };
        var saveMap = new Option<string?>("--save-map") { Description = "A folder for tables that lead from the new values back to the old ones. Keep them secret.", HelpName = "PATH" };
        var report = new Option<string?>("--report") { Description = "A CSV file for the record of the run, without anything of the sources: each copy with what happened to its elements, each refused file with the reason.", HelpName = "CSV" };
        var keepUnlisted = new Option<bool>("--keep-unlisted") { Description = "Keep text that the standard's table does not list, unless it has words of the patient's identity." };
        var keepTag = new Option<string[]>("--keep-tag") { Description = "Keep an element, wherever it is. Can be repeated.", HelpName = "TAG" };
        var removeTag = new Option<string[]>("--remove-tag") { Description = "Remove an element, wherever it is. Can be repeated.", HelpName = "TAG" };
        var setTag = new Option<string[]>("--set-tag") { Description = "Set an element to the same value in all copies. Can be repeated.", HelpName = "TAG=VALUE" };
        var ruleFile = new Option<string?>("--rule-file") { Description = "A CSV file with rules, with the columns Rule (Retain, Clean, Region, KeepTag, RemoveTag, SetTag, KeepUnlisted, AllowBurnedIn), Name and Value.", HelpName = "CSV" };
        var allowBurnedIn = new Option<bool>("--allow-burned-in") { Description = "Copy images that may have text in their pixels, such as ultrasound and secondary captures, and are not cleaned, as they are; else they are errors." };
        var review = new Option<bool>("--review") { Description = "Write no copies; list the images that may have text in their pixels, or whose pixels would become black, and what would be done with them." };
        var contactSheet = new Option<string?>("--contact-sheet") { Description = "With --review, an HTML page with a picture of each image and the rectangles drawn. It may name patients.", HelpName = "HTML" };
        var force = new Option<bool>("--force") { Description = "Replace existing files in the destination." };
        var skipExisting = new Option<bool>("--skip-existing") { Description = "Skip files that exist in the destination, to resume. Needs a key." };
        var dryRun = new Option<bool>("--what-if", "--dry-run") { Description = "Write nothing; print what would be written, and which files would be refused." };
        Option[] options = [destination, names, retain, clean, keyPath, patientMap, saveMap, report, region, regionTable, keepUnlisted, keepTag, removeTag, setTag, ruleFile, allowBurnedIn, review, contactSheet, force, skipExisting, dryRun];
        foreach (Option option in options) command.Options.Add(option);
        var files = new FileArguments(command);
        command.Validators.Add(call =>
        {
            bool isReview = call.GetValue(review);
            if (isReview == call.GetValue(destination) is not null) call.AddError(isReview ? "--review writes no copies: leave out --destination." : "--destination is needed: the folder for the copies; or --review, to see which images may have text in their pixels.");
            if (call.GetValue(contactSheet) is not null && !isReview) call.AddError("--contact-sheet is for --review.");
            if (isReview && (call.GetValue(report) ?? call.GetValue(saveMap)) is not null) call.AddError("--review writes no copies, and so neither --report nor --save-map: leave them out, and send what it lists to a file.");
            if (call.GetValue(skipExisting) && call.GetValue(keyPath) is null) call.AddError("--skip-existing needs --key-path: without a key, no run gives the names of another.");
        });

        command.SetAction(call =>
        {
            var policy = new ProtectionPolicy { KeepsUnlisted = call.GetValue(keepUnlisted), AllowsBurnedIn = call.GetValue(allowBurnedIn) };
            foreach (Retention what in call.GetValue(retain) ?? []) policy.Retained |= what;
            foreach (Cleaning what in call.GetValue(clean) ?? []) policy.Cleaned |= what;
            foreach (string text in call.GetValue(region) ?? []) policy.Regions.Add(FrameRegion.Parse(text));
            if (call.GetValue(regionTable) is { } recipes)
            {
                OfFile(recipes, full =>
                {
                    policy.AddRecipes(full);
                    return policy;
                });
            }

            foreach (string tag in call.GetValue(keepTag) ?? []) policy.Site.Keep(tag);
            foreach (string tag in call.GetValue(removeTag) ?? []) policy.Site.Remove(tag);
            foreach (string text in call.GetValue(setTag) ?? []) Set(policy, text);
            if (call.GetValue(ruleFile) is { } path)
            {
                OfFile(path, full =>
                {
                    policy.AddTable(full);
                    return policy;
                });
            }

            IReadOnlyDictionary<string, string>? patients = call.GetValue(patientMap) is { } map ? OfFile(map, PatientMap.Read) : null;
            string[] tables = [.. new[] { call.GetValue(keyPath), call.GetValue(patientMap), call.GetValue(ruleFile), call.GetValue(regionTable) }.OfType<string>()];
            if (call.GetValue(review))
                return new ReviewRunner(files).Run(call, policy.ToRules(null, patients, null), call.GetValue(contactSheet), call.GetValue(force), tables, call.GetValue(dryRun), cancellation);
            Crosswalk? crosswalk = call.GetValue(saveMap) is { } folder ? new Crosswalk(folder, call.GetValue(force)) : null;
            crosswalk?.RequireOutside(call.GetRequiredValue(destination));
            var options = new FileProtectionOptions
            {
                Destination = Path.GetFullPath(call.GetValue(destination)!),
                Names = call.GetValue(names) is { } template ? NameTemplate.Parse(template) : null,
                Rules = policy.ToRules(
                    call.GetValue(keyPath) is { } key ? OfFile(key, KeyFile.Read) : null,
                    patients,
                    crosswalk),
                Report = call.GetValue(report) is { } csv ? new ProtectionReport(csv, call.GetValue(force)) : null,
                Force = call.GetValue(force),
                SkipExisting = call.GetValue(skipExisting),
                CharacterSet = files.CharacterSet(call),
            };
            return new ProtectionRunner(files).Run(call, options, crosswalk, tables, call.GetValue(destination)!, call.GetValue(dryRun), cancellation);
        });
        return command;
    }

    private static void Set(ProtectionPolicy policy, string text)
    {
        int end = text.IndexOf('=', StringComparison.Ordinal);
        if (end < 0) throw new ArgumentException("--set-tag needs a value after =, such as InstitutionName=Trial; nothing after it empties the element.");
        try
        {
            policy.Site.Set(text[..end], text[(end + 1)..]);
        }
        catch (DicomException exception) when (exception.Kind == DicomErrorKind.File)
        {
            throw new ArgumentException(exception.Message);
        }
    }

    private static T OfFile<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(Path.GetFullPath(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DicomException { Kind: DicomErrorKind.File })
        {
            throw new ArgumentException($"'{path}' cannot be used: {ErrorText.Describe(exception, path)}");
        }
    }
}
