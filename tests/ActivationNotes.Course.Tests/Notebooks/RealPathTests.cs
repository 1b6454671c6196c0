using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Notebooks;

public sealed class RealPathTests : IDisposable
{
    private readonly string _root = RealPath.Of(Directory.CreateTempSubdirectory("real-path-tests-").FullName);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Links_are_followed_wherever_they_stand_in_a_path()
    {
        Directory.CreateDirectory(Path.Combine(_root, "real", "inner"));
        File.WriteAllText(Path.Combine(_root, "real", "inner", "a.txt"), "");
        Directory.CreateSymbolicLink(Path.Combine(_root, "link"), Path.Combine(_root, "real"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "again"), "link");
        File.CreateSymbolicLink(Path.Combine(_root, "b.txt"), "again/inner/a.txt");
        Assert.Equal(Path.Combine(_root, "real", "inner", "a.txt"), RealPath.Of(Path.Combine(_root, "again", "inner", "a.txt")));
        Assert.Equal(Path.Combine(_root, "real", "inner", "a.txt"), RealPath.Of(Path.Combine(_root, "b.txt")));
        Assert.True(RealPath.AreSame(Path.Combine(_root, "link", "inner") + "/", Path.Combine(_root, "real", ".", "inner")));
        Assert.False(RealPath.AreSame(Path.Combine(_root, "link"), _root));
    }

    [Fact]
    public void What_is_not_there_and_what_goes_round_keep_their_names()
    {
        File.CreateSymbolicLink(Path.Combine(_root, "round"), "round");
        Assert.Equal(Path.Combine(_root, "round"), RealPath.Of(Path.Combine(_root, "round")));
        Assert.Equal(Path.Combine(_root, "none", "at-all"), RealPath.Of(Path.Combine(_root, "none", "at-all")));
    }
}
