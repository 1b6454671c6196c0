namespace ActivationNotes.Course.Tests;

public sealed class TemporaryFolderTests : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("temporary-folder-tests-").FullName;

    public void Dispose() => Directory.Delete(_place, recursive: true);

    [Fact]
    public void It_goes_with_all_that_is_in_it()
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.Entry("key"), "secret");
        folder.Dispose();
        Assert.False(Directory.Exists(folder.Place));
    }

    [Fact]
    public void Others_cannot_look_into_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes are POSIX.");
            return;
        }

        using var folder = new TemporaryFolder();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Place));
    }

    [Fact]
    public void What_a_killed_process_left_is_removed_and_what_is_in_use_or_not_ours_stays()
    {
        var (left, fresh, used, other) = (Make("activation-notes-left"), Make("activation-notes-fresh"), Make("activation-notes-used"), Path.Combine(_place, "activation-notes-other"));
        Directory.CreateDirectory(other);
        foreach (var old in new[] { left, used }) File.SetLastWriteTimeUtc(Path.Combine(old, ".in-use"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using (new FileStream(Path.Combine(used, ".in-use"), FileMode.Open, FileAccess.Write, FileShare.None)) TemporaryFolder.RemoveLeftovers(_place, TimeProvider.System);
        Assert.Equal([fresh, other, used], Directory.EnumerateDirectories(_place).Order(StringComparer.Ordinal));
    }

    private string Make(string name)
    {
        var folder = Path.Combine(_place, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, ".in-use"), "");
        return folder;
    }
}
