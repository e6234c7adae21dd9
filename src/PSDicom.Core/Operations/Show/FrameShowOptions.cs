using System;
using PSDicom.Pictures.Terminal;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Text;

namespace PSDicom.Operations.Show;

/// <summary>The options for showing frames in a terminal.</summary>
public sealed class FrameShowOptions
{
    /// <summary>The most pictures side by side.</summary>
    public const int MaxPicturesInRow = 100;

    /// <summary>The most columns.</summary>
    public const int MaxColumns = 2000;

    /// <summary>The features of the terminal. <see cref="TerminalDrawing.Auto"/> is drawn as half blocks.</summary>
    public TerminalFeatures Terminal { get; init; } = new();

    /// <summary>The rendering. The size follows from the available columns and rows.</summary>
    public RenderOptions Rendering { get; init; } = new();

    /// <summary>The most columns of the terminal for a row of pictures.</summary>
    public int Columns { get; init; } = 80;

    /// <summary>The most rows of the terminal for a picture; null for no limit.</summary>
    public int? Rows { get; init; }

    /// <summary>Whether pictures fill the columns, even if the frame has fewer pixels.</summary>
    public bool FillsColumns { get; init; }

    /// <summary>The number of pictures side by side.</summary>
    public int PicturesInRow { get; init; } = 1;

    /// <summary>Elements to show above each picture; null for none, because they may identify the patient.</summary>
    public TagQuery? Text { get; init; }

    /// <summary>The character set of text values; null for the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>The most threads for decoding: <see cref="Frames.FrameReadOptions.ThrottleLimit"/>.</summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;

    /// <summary>The columns of each picture, with a blank column between them.</summary>
    internal int ColumnsOfPicture => (Columns - PicturesInRow + 1) / PicturesInRow;

    /// <summary>Checks that the options are consistent.</summary>
    /// <exception cref="ArgumentException">An option is wrong; the message fits every user interface.</exception>
    public void Validate()
    {
        Require(Columns is >= 1 and <= MaxColumns, $"The width must be from 1 to {MaxColumns} columns of the terminal.");
        Require(PicturesInRow is >= 1 and <= MaxPicturesInRow, $"The number of pictures side by side must be from 1 to {MaxPicturesInRow}.");
        Require(ColumnsOfPicture >= 1, $"There is no room for {PicturesInRow} pictures in {Columns} columns of the terminal: show fewer side by side.");
        Require(Rendering.Rotate is 0 or 90 or 180 or 270, "The rotation must be 90, 180 or 270 degrees.");
    }

    private static void Require(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}
