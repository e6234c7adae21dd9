using System;
using PSDicom.Pictures.Terminal;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Text;

namespace PSDicom.Operations.Show;

/// <summary>How frames are shown in a terminal.</summary>
public sealed class FrameShowOptions
{
    /// <summary>The most pictures beside each other.</summary>
    public const int MaxPicturesInRow = 100;

    /// <summary>The most columns.</summary>
    public const int MaxColumns = 2000;

    /// <summary>What the terminal can draw. <see cref="TerminalDrawing.Auto"/> is drawn as half blocks.</summary>
    public TerminalFeatures Terminal { get; init; } = new();

    /// <summary>What the pictures look like; their size follows from the columns and rows that there are.</summary>
    public RenderOptions Rendering { get; init; } = new();

    /// <summary>Columns of the terminal that a row of pictures takes at most.</summary>
    public int Columns { get; init; } = 80;

    /// <summary>Rows of the terminal that a picture takes at most; null for as many as it needs.</summary>
    public int? Rows { get; init; }

    /// <summary>Whether pictures are as wide as there are columns, also if the frame has fewer pixels.</summary>
    public bool FillsColumns { get; init; }

    /// <summary>How many pictures are beside each other.</summary>
    public int PicturesInRow { get; init; } = 1;

    /// <summary>Elements of the header that are told with each picture; null for none, as they may be about a patient.</summary>
    public TagQuery? Text { get; init; }

    /// <summary>The character set of the header's text, instead of the one that the file says; null for that.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>On how many threads frames may be decoded, as <see cref="Frames.FrameReadOptions.ThrottleLimit"/> says.</summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;

    /// <summary>Columns of one of the pictures; a blank one is between two.</summary>
    internal int ColumnsOfPicture => (Columns - PicturesInRow + 1) / PicturesInRow;

    /// <summary>Finds what contradicts itself.</summary>
    /// <exception cref="ArgumentException">The call is wrong; the message says what of it.</exception>
    public void Validate()
    {
        Require(Columns is >= 1 and <= MaxColumns, $"The width is from 1 to {MaxColumns} columns of the terminal.");
        Require(PicturesInRow is >= 1 and <= MaxPicturesInRow, $"There are 1 to {MaxPicturesInRow} pictures beside each other.");
        Require(ColumnsOfPicture >= 1, $"There is no place for {PicturesInRow} pictures in {Columns} columns of the terminal. Show fewer beside each other.");
        Require(Rendering.Rotate is 0 or 90 or 180 or 270, "Pictures are turned by 90, 180 or 270 degrees.");
    }

    private static void Require(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}
