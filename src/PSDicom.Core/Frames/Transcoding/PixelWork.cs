namespace PSDicom.Frames.Transcoding;

/// <summary>What happens to the pixel data of a file.</summary>
internal enum PixelWork
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Their bytes stay as they are.</summary>
    Keep,

    /// <summary>Their bytes stay as they are, although numbers of the data set change their byte order: a private transfer syntax has two.</summary>
    Copy,

    /// <summary>The bytes of their words change their order.</summary>
    Swap,

    /// <summary>Frames are decoded.</summary>
    Decode,

    /// <summary>Frames are encoded.</summary>
    Encode,
}
