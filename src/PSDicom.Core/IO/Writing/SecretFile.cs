namespace PSDicom.IO.Writing;

/// <summary>Writes small files that only their owner may read.</summary>
internal static class SecretFile
{
    private const int OwnerOnly = 0x180; // rw-------

    /// <summary>Writes a file.</summary>
    /// <param name="path">The full path; its folder exists.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="replaces">Whether an existing file is replaced.</param>
    /// <exception cref="TargetWriteException">It cannot be written, or cannot be made its owner's.</exception>
    public static void Write(string path, byte[] bytes, bool replaces)
    {
        string temporary = TemporaryName.Beside(path);
        bool isDone = false;
        try
        {
            using (OutputFile output = OutputFile.Create(temporary, path, OwnerOnly))
            {
                AtomicFile.OnTarget(path, () => Restrict(temporary));
                output.Write(0, bytes);
            }

            AtomicFile.Rename(temporary, path, replaces);
            isDone = true;
        }
        finally
        {
            if (!isDone) AtomicFile.Delete(temporary);
        }
    }

    /// <summary>On Windows, where the mode does not say it, gives the rights to the owner alone.</summary>
    private static bool Restrict(string path)
    {
        if (System.IO.Path.DirectorySeparatorChar == '\\') WindowsOwner.Restrict(path);
        return true;
    }
}
