namespace PSDicom.Pixels;

/// <summary>Which pixels share their colour samples in native pixel data (PS3.3 section C.7.6.3.1.2).</summary>
internal enum ColorSharing
{
    /// <summary>None do.</summary>
    None,

    /// <summary>4:2:2: two next to each other: two luminance samples, then those of colour.</summary>
    Pairs,

    /// <summary>4:2:0: two by two: the first of two rows is as in 4:2:2, the second has luminance only.</summary>
    Squares,
}
