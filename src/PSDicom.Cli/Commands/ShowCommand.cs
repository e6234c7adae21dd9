using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations.Show;
using PSDicom.Pictures.Terminal;
using PSDicom.Query;
using PSDicom.Terminal;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom show</c>: pictures in the terminal.</summary>
internal static class ShowCommand
{
    /// <summary>The rows of the window that are reserved for the caption and the prompt.</summary>
    private const int OtherRows = 3;

    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("show", "Shows the frames of files in the terminal.");
        Option<IReadOnlyList<int>?> frames = Numbers.Frames("The frames to show");
        Option<TerminalDrawing?> drawing = Choices.Of<TerminalDrawing>(
            "--as", $"The drawing method. Default: the best that the terminal supports, or the value of the environment variable {TerminalFeatures.OverrideVariable}.");
        Option<int?> columns = Numbers.Whole("--columns", "The number of pictures in a row.", minimum: 1);
        Option<int?> width = Numbers.Whole("--width", "The width of a picture, or of a row of pictures, in columns of the terminal.", "COLUMNS", minimum: 1);
        var text = new Option<string[]>("--text-tag")
        {
            Description = "An element, such as PatientName, to show with each picture. Can be repeated.",
            HelpName = "TAG",
        };
        foreach (Option option in new Option[] { frames, drawing, columns, width, text }) command.Options.Add(option);
        var rendering = new RenderingArguments(command);
        var files = new FileArguments(command, hasJson: false);

        command.SetAction(call =>
        {
            using var output = new StandardOutput();
            int throttleLimit = files.ThrottleLimit(call);
            int? wanted = call.GetValue(width);
            TerminalDrawing chosen = call.GetValue(drawing) ?? TerminalDrawing.Auto;
            var options = new FrameShowOptions
            {
                Terminal = chosen == TerminalDrawing.Auto ? TerminalQuestion.Features(isSafe: !output.IsTerminal) : new TerminalFeatures { Drawing = chosen },
                Rendering = rendering.Read(call),
                Columns = wanted ?? Math.Min((output.Columns ?? new FrameShowOptions().Columns + 1) - 1, FrameShowOptions.MaxColumns),
                Rows = wanted is null && output.Rows > OtherRows ? output.Rows - OtherRows : null,
                FillsColumns = wanted is not null,
                PicturesInRow = call.GetValue(columns) ?? 1,
                Text = call.GetValue(text) is { Length: > 0 } tags ? TagQuery.Parse(tags) : null,
                CharacterSet = files.CharacterSet(call),
                ThrottleLimit = throttleLimit,
            };
            options.Validate();
            var runner = new FrameRunner<ShownFrame>(
                (path, stop) => ShownFrames.Open(path, options, stop), new ShownFrameWriter(options), output, files.Messages(call, output))
            {
                Frames = call.GetValue(frames),
            };
            return runner.Run(files.Files(call), throttleLimit, cancellation);
        });
        return command;
    }
}
