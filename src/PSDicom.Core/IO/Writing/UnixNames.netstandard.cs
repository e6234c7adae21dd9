namespace PSDicom.IO.Writing;

/// <summary>Names of files on other systems than Windows, where .NET Framework does not run: calls are answered as by a system without them.</summary>
internal static class UnixNames
{
    private const int OtherDevice = 18;

    /// <summary>Always the answer that the files are on different file systems: a moved file is copied, verified, and deleted.</summary>
    public static int RenameNew(string from, string to) => OtherDevice;

    /// <inheritdoc cref="RenameNew"/>
    public static int Rename(string from, string to) => OtherDevice;

    /// <inheritdoc cref="RenameNew"/>
    public static int Link(string from, string to) => OtherDevice;
}
