namespace PSDicom;

/// <summary>What is tested of a file, beside the level <see cref="File"/>, which is always tested.</summary>
public enum DicomTestLevel
{
    /// <summary>The file as such: whether it is complete, its encoding, its values, and whether its pixel data fit its header.</summary>
    File,

    /// <summary>Also that each frame can be decoded.</summary>
    Pixels,

    /// <summary>Also that the attributes that its SOP class requires are there (PS3.3).</summary>
    Module,
}
