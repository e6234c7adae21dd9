using PSDicom.Core.Tests.Operations;
using PSDicom.IO.Writing;

namespace PSDicom.Core.Tests.IO.Writing;

public sealed class InPlaceFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.Combine("head.dcm");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_new_file_takes_the_place_of_the_old_one_when_it_is_whole()
    {
        File.WriteAllBytes(Target, [1, 2]);
        using (var file = new InPlaceFile(Target, new InPlaceOptions()))
        {
            OutputFile output = file.Create(fromCopy: false);
            output.Write(0, [9, 9, 9]);
            Assert.Equal([1, 2], File.ReadAllBytes(Target));
            file.Commit(default);
            Assert.Null(file.BackupPath);
        }

        Assert.Equal([9, 9, 9], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_a_commit_the_old_file_stays_and_nothing_else(bool fromCopy)
    {
        File.WriteAllBytes(Target, [1, 2]);
        using (var file = new InPlaceFile(Target, new InPlaceOptions()))
        {
            file.Create(fromCopy).Write(1, [9]);
            Assert.Throws<OperationCanceledException>(() => file.Commit(new CancellationToken(canceled: true)));
        }

        Assert.Equal([1, 2], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_copy_is_patched()
    {
        File.WriteAllBytes(Target, [1, 2, 3]);
        using var file = new InPlaceFile(Target, new InPlaceOptions());
        OutputFile output = file.Create(fromCopy: true);
        Assert.True(output.IsCopy);
        output.Write(1, [9]);
        file.Commit(default);
        Assert.Equal([1, 9, 3], File.ReadAllBytes(Target));
    }

    [Fact]
    public void Backups_are_numbered_and_keep_the_old_files()
    {
        for (byte i = 1; i <= 3; i++)
        {
            if (i == 1) File.WriteAllBytes(Target, [i]);
            using var file = new InPlaceFile(Target, new InPlaceOptions { KeepsBackup = true });
            file.Create(fromCopy: false).Write(0, [(byte)(i + 1)]);
            file.Commit(default);
            Assert.Equal([i], File.ReadAllBytes(file.BackupPath!));
            Assert.True(TemporaryName.Is(file.BackupPath!));
        }

        Assert.Equal(["head.dcm", "head.dcm.~bak", "head.dcm.~bak2", "head.dcm.~bak3"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([4], File.ReadAllBytes(Target));
    }

    [Fact]
    public void A_file_that_another_program_changes_meanwhile_is_not_replaced()
    {
        File.WriteAllBytes(Target, [1, 2]);
        using (var file = new InPlaceFile(Target, new InPlaceOptions()))
        {
            file.Create(fromCopy: false).Write(0, [9]);
            Change(Target);
            DicomException exception = Assert.Throws<DicomException>(() => file.Commit(default));
            Assert.Equal((DicomErrorReason.FileChanged, Target), (exception.Reason, exception.Path));
        }

        Assert.Equal([3], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_another_program_writes_to_is_not_opened()
    {
        File.WriteAllBytes(Target, [1]);
        using (new FileStream(Target, FileMode.Open, FileAccess.Write, FileShare.None))
            Assert.ThrowsAny<IOException>(() => new InPlaceFile(Target, new InPlaceOptions()));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_read_only_file_is_replaced_only_if_that_is_wanted_and_stays_read_only()
    {
        File.WriteAllBytes(Target, [1]);
        File.SetAttributes(Target, FileAttributes.ReadOnly);
        try
        {
            Assert.Equal(DicomErrorReason.FileReadOnly, Assert.Throws<DicomException>(() => new InPlaceFile(Target, new InPlaceOptions())).Reason);
            using var file = new InPlaceFile(Target, new InPlaceOptions { ReplacesReadOnly = true });
            file.Create(fromCopy: false).Write(0, [2]);
            file.Commit(default);
            Assert.Equal([2], File.ReadAllBytes(Target));
            Assert.True((File.GetAttributes(Target) & FileAttributes.ReadOnly) != 0);
        }
        finally
        {
            File.SetAttributes(Target, FileAttributes.Normal);
        }
    }

    [Fact]
    public void A_file_that_does_not_exist_is_the_error_of_the_system() =>
        Assert.Throws<FileNotFoundException>(() => new InPlaceFile(Target, new InPlaceOptions()));

    [Theory]
    [InlineData(".~0123456789abcdef0123456789abcdef.tmp", true)]
    [InlineData(".~0123.tmp", false)]
    [InlineData("head.dcm.~bak", true)]
    [InlineData("head.dcm.~bak12", true)]
    [InlineData("head.dcm.~bakx", false)]
    [InlineData("head.dcm", false)]
    [InlineData("bak.tmp", false)]
    public void Own_files_are_known_by_their_names(string name, bool isOwn)
    {
        Assert.Equal(isOwn, TemporaryName.Is(_folder.Combine(name)));
        Assert.True(TemporaryName.Is(TemporaryName.Beside(Target)) && TemporaryName.Is(TemporaryName.OfBackup(Target)));
    }

    private static void Change(string path)
    {
        // Not by opening, which the lock would not allow everywhere.
        File.Delete(path);
        File.WriteAllBytes(path, [3]);
    }
}
