using System;
using PSDicom.Pictures.Terminal;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Text;

namespace PSDicom.Operations.Show;

/// <summary>The options for showing frames in a terminal.</summary>
public sealed class FrameShowOptions
{
    /// <summary>The maximum of <see cref="PicturesInRow"/>.</summary>
    public const int MaxPicturesInRow = 100;

    /// <summary>The maximum of <see cref="Columns"/>.</summary>
    public const int MaxColumns = 2000;

    /// <summary>The features of the terminal. <see cref="TerminalDrawing.Auto"/> is drawn as half blocks.</summary>
    public TerminalFeatures Terminal { get; init; } = new();

    /// <summary>The rendering of the pictures. Their size is determined by columns and rows.</summary>
    public RenderOptions Rendering { get; init; } = new();

    /// <summary>The maximum width of a row of pictures, in columns of the terminal.</summary>
    public int Columns { get; init; } = 80;

    /// <summary>The maximum height of a picture, in rows of the terminal; null for no limit.</summary>
    public int? Rows { get; init; }

    /// <summary>Whether pictures take the full width, even if the frame has fewer pixels.</summary>
    public bool FillsColumns { get; init; }

    /// <summary>The number of pictures in a row.</summary>
    public int PicturesInRow { get; init; } = 1;

    /// <summary>The header elements to show with each picture; null for none, as they may identify a patient.</summary>
    public TagQuery? Text { get; init; }

    /// <summary>The character set of text values; null for the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>The number of decoding threads, as in <see cref="Frames.FrameReadOptions.ThrottleLimit"/>.</summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;

    /// <summary>The columns of one picture; pictures are separated by a blank column.</summary>
    internal int ColumnsOfPicture => (Columns - PicturesInRow + 1) / PicturesInRow;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is invalid, or options contradict each other.</exception>
    public void Validate()
    {
        Require(Columns is >= 1 and <= MaxColumns, $"The width must be from 1 to {MaxColumns} columns of the terminal.");
        Require(PicturesInRow is >= 1 and <= MaxPicturesInRow, $"The number of pictures in a row must be from 1 to {MaxPicturesInRow}.");
        Require(ColumnsOfPicture >= 1, $"A row of {PicturesInRow} pictures does not fit in {Columns} columns of the terminal. Use fewer pictures in a row.");
        Require(Rendering.Rotate is 0 or 90 or 180 or 270, "The rotation must be 90, 180 or 270 degrees.");
    }

    private static void Require(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}
