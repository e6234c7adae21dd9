using System.CommandLine;
using System.Threading;
using PSDicom.Editing;
using PSDicom.Operations.Conversion;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom convert</c>: converts files to another transfer syntax.</summary>
internal static class ConvertCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("convert", "Converts files to another transfer syntax, in copies or in the files themselves, and prints the paths of the files. Lossless conversions change nothing else.");
        var syntax = new Option<string>("--transfer-syntax", "-t")
        {
            Description = $"The transfer syntax, or its keyword or UID in the standard: {string.Join(", ", WritableSyntaxes.Names)}.", HelpName = "NAME", Required = true,
        };
        var quality = Numbers.Whole("--quality", "The quality of lossy JPEG, JPEG 2000 and HTJ2K, 1 to 100 (90 by default).", minimum: 1);
        var near = Numbers.Whole("--near-lossless", "For JpegLsNearLossless, the most that a stored value may change (2 by default).", minimum: 0);
        var ratio = Numbers.Real("--ratio", "For lossy JPEG 2000 and HTJ2K, how many times smaller frames become.", least: 1);
        var ifSmaller = new Option<bool>("--if-smaller") { Description = "Convert only files that become smaller." };
        var repeated = new Option<bool>("--allow-repeated-loss") { Description = "Also compress images with loss that were compressed with loss before." };
        Option[] options = [syntax, quality, near, ratio, ifSmaller, repeated];
        foreach (Option option in options) command.Options.Add(option);
        var rewrite = new RewriteArguments(command, edits: false);
        var files = new FileArguments(command);
        command.SetAction(call =>
        {
            var conversion = new FileConversionOptions
            {
                TransferSyntax = WritableSyntaxes.Parse(call.GetValue(syntax)!),
                Files = rewrite.Read(call, new EditOptions(), files.CharacterSet(call)),
                Quality = call.GetValue(quality),
                NearLossless = call.GetValue(near),
                Ratio = call.GetValue(ratio),
                OnlyIfSmaller = call.GetValue(ifSmaller),
                AllowsRepeatedLoss = call.GetValue(repeated),
                KeepsImplementation = rewrite.KeepsImplementation(call),
            };
            return new ConversionRunner(rewrite, files).Run(call, conversion, cancellation);
        });
        return command;
    }
}
