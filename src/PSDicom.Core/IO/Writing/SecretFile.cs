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
            using (OutputFile output = Create(temporary, path)) output.Write(0, bytes);

            AtomicFile.Rename(temporary, path, replaces);
            isDone = true;
        }
        finally
        {
            if (!isDone) AtomicFile.Delete(temporary);
        }
    }

    /// <summary>Creates a file to be renamed when it is complete.</summary>
    /// <param name="temporary">The full path of the new file.</param>
    /// <param name="path">The file that it becomes, for errors.</param>
    /// <exception cref="TargetWriteException">It cannot be created, or cannot be made its owner's.</exception>
    public static OutputFile Create(string temporary, string path)
    {
        OutputFile output = OutputFile.Create(temporary, path, OwnerOnly);
        try
        {
            AtomicFile.OnTarget(path, () => Restrict(temporary));
            return output;
        }
        catch
        {
            output.Dispose();
            AtomicFile.Delete(temporary);
            throw;
        }
    }

    /// <summary>On Windows, where the mode does not say it, gives the rights to the owner alone.</summary>
    private static bool Restrict(string path)
    {
        if (System.IO.Path.DirectorySeparatorChar == '\\') WindowsOwner.Restrict(path);
        return true;
    }
}
