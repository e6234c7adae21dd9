using System;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Deidentification.Identity;
using PSDicom.IO;
using PSDicom.IO.Sources;

namespace PSDicom.Operations.Protection;

/// <summary>
/// Searches files for the identity of others, their sources: names, identifiers, dates, unique identifiers and text that PS3.15 Annex E protects. A
/// file is searched for the values of all references at once. References can be added, and afterwards files tested, on several threads.
/// </summary>
public sealed class IdentityTester
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private readonly IdentityTestOptions _options;
    private readonly IdentityAttributes _attributes;
    private readonly IdentityIndex _index = new();
    private string[]? _folders;

    /// <summary>Makes a tester without references.</summary>
    /// <param name="options">What the files may have.</param>
    public IdentityTester(IdentityTestOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _attributes = new IdentityAttributes(options.Retained, options.Cleaned, options.AllowsUnlisted);
    }

    /// <summary>The number of references.</summary>
    public int ReferenceCount => _index.ReferenceCount;

    /// <summary>Adds a reference: a DICOM file, or a table (.csv) of the identifiers of patients or instances, as <see cref="PatientMap.ReadOld"/> reads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DicomException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">It is a table without the column.</exception>
    /// <exception cref="IOException">The file does not exist, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public void Add(string path, CancellationToken cancellation = default)
    {
        path = Path.GetFullPath(path ?? throw new ArgumentNullException(nameof(path)));
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            _index.Add(path, IdentityValues.Of(PatientMap.ReadOld(path)));
            return;
        }

        using var open = new OpenFile(path);
        _index.Add(path, IdentityValues.Of(open.ReadHeader(new DicomReadOptions { CharacterSet = _options.CharacterSet }, cancellation), _attributes));
    }

    /// <summary>Searches a file for the values of all references.</summary>
    /// <param name="path">The file; one that is not DICOM is searched as a whole.</param>
    /// <param name="root">The folder in whose subfolders it was found, which are searched too; null for the folder that it has in common with the references.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="IOException">The file does not exist, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public IdentityTestResult Test(string path, string? root = null, CancellationToken cancellation = default)
    {
        path = Path.GetFullPath(path ?? throw new ArgumentNullException(nameof(path)));
        ByteSource source = FileByteSource.Hold(path);
        using var open = new OpenFile(source, path);
        return new IdentityTestResult(path, _index, new FileSearch(_index, _attributes, cancellation).Search(open, source.Length, NameOf(path, root)), source.Length);
    }

    /// <summary>Searches a file for the values of one reference, its source.</summary>
    /// <inheritdoc cref="Test(string, string?, CancellationToken)" path="/exception"/>
    /// <param name="reference">The source.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What it may have.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="DicomException">The reference cannot be read.</exception>
    public static IdentityTestResult Test(string reference, string path, IdentityTestOptions options, CancellationToken cancellation = default)
    {
        var tester = new IdentityTester(options);
        tester.Add(reference, cancellation);
        return tester.Test(path, null, cancellation);
    }

    private string NameOf(string path, string? root)
    {
        string[] parts = path.Split(Separators);
        int common = root is null ? CommonWith(parts) : Path.GetFullPath(root).TrimEnd(Separators).Split(Separators).Length;
        return string.Join("/", parts.Skip(Math.Min(common, parts.Length - 1)));
    }

    // Folders that the references are in too tell nothing new.
    private int CommonWith(string[] parts)
    {
        int common = Math.Min((_folders ??= CommonFolders()).Length, parts.Length - 1);
        for (int i = 0; i < common; i++)
        {
            if (_folders[i] != parts[i]) return i;
        }

        return common;
    }

    private string[] CommonFolders()
    {
        string[]? folders = null;
        foreach (string reference in _index.References)
        {
            string[] parts = reference.Split(Separators);
            folders ??= [.. parts.Take(parts.Length - 1)];
            int common = 0;
            while (common < folders.Length && common < parts.Length - 1 && folders[common] == parts[common]) common++;
            if (common < folders.Length) Array.Resize(ref folders, common);
        }

        return folders ?? [];
    }
}
