namespace PSDicom.Pixels;

/// <summary>The subsampling of colour in native pixel data (PS3.3 section C.7.6.3.1.2).</summary>
internal enum ColorSharing
{
    /// <summary>4:4:4: no pixels share colour samples.</summary>
    None,

    /// <summary>4:2:2: pairs of pixels of a row; two luminance samples, then the two of colour.</summary>
    Pairs,

    /// <summary>4:2:0: squares of 2 x 2 pixels; the first of two rows is as in 4:2:2, the second has luminance only.</summary>
    Squares,
}
