namespace PSDicom.IO.Writing;

/// <summary>What tells whether a file is still the same one with the same content, and what a file in its place must keep.</summary>
/// <param name="Identity">The file in its file system; 0 if unknown.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Written">The time of the last change of the content.</param>
/// <param name="Changed">The time of the last change of content or attributes; 0 if unknown.</param>
/// <param name="LinkCount">The number of names of the file.</param>
/// <param name="IsReadOnly">Whether the file is marked as read-only.</param>
/// <param name="Owner">The owner on Unix.</param>
/// <param name="OwningGroup">The group on Unix.</param>
/// <param name="Mode">The permissions on Unix; null on Windows.</param>
internal readonly record struct FileState(
    ulong Identity, long Length, long Written, long Changed, int LinkCount, bool IsReadOnly, uint Owner = 0, uint OwningGroup = 0, int? Mode = null)
{
    /// <summary>Whether another state is that of the same file with the same content and attributes.</summary>
    public bool IsSame(FileState other) => (Identity, Length, Written, Changed) == (other.Identity, other.Length, other.Written, other.Changed);

    /// <summary>Checks that a file is still what it was when this state was read.</summary>
    /// <param name="now">Its state now.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="DicomException">It is not: <see cref="DicomErrorReason.FileChanged"/>.</exception>
    public void RequireSame(FileState now, string path)
    {
        if (!IsSame(now)) throw new DicomException(DicomErrorReason.FileChanged, "Another program has changed the file meanwhile. Try again when it is done.", path);
    }
}
