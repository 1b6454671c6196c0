using ActivationNotes.Course.Execution;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Execution;

public sealed class FingerprintTests : IDisposable
{
    private readonly CourseFolder _course = new("runs", "skips-a-cell");

    public FingerprintTests()
    {
        Write("lib/bin/Library.dll", "library");
        Write("data/digits.csv", "1,2");
        Write("kernel/Kernel.dll", "kernel");
        Write("kernel/Compiler.dll", "compiler");
    }

    public void Dispose() => _course.Dispose();

    // Were this tool's own code a part of it, every change of the site's looks would run every lesson again.
    [Fact]
    public void It_is_made_of_cells_libraries_data_and_kernel_alone() =>
        Assert.StartsWith("48901edf8956a85dc6da9fb7", Of("runs"), StringComparison.Ordinal);

    [Theory]
    [InlineData("lib/bin/Library.dll")]
    [InlineData("lib/bin/Another.dll")]
    [InlineData("data/digits.csv")]
    [InlineData("data/more/faces.csv")]
    [InlineData("kernel/Compiler.dll")]
    [InlineData("notebooks/script.csx")]
    public void A_change_of_what_lessons_share_changes_all(string file)
    {
        string[] before = [Of("runs"), Of("skips-a-cell")];
        Write(file, "changed");
        Assert.NotEqual(before[0], Of("runs"));
        Assert.NotEqual(before[1], Of("skips-a-cell"));
    }

    [Theory]
    [InlineData("lib/bin/Library.xml")]
    [InlineData("README.md")]
    [InlineData("artifacts/executed/runs.ipynb")]
    [InlineData("notebooks/other.ipynb")]
    [InlineData("notebooks/.ipynb_checkpoints/runs-checkpoint.ipynb")]
    public void What_no_cell_can_see_changes_none(string file)
    {
        var before = Of("runs");
        Write(file, "changed");
        Assert.Equal(before, Of("runs"));
    }

    [Theory]
    [InlineData("#!import shared/other.ipynb", "notebooks/shared/other.ipynb")]
    [InlineData("#load \"../scripts/more.csx\"", "scripts/more.csx")]
    [InlineData("#load \"../scripts/more.csx\"", "scripts/deeper.csx")]
    [InlineData("#r \"../mine.dll\"", "mine.dll")]
    public void What_a_cell_names_counts_for_it_wherever_it_lies(string line, string file)
    {
        Write("scripts/more.csx", "#load \"deeper.csx\"");
        foreach (var named in new[] { "notebooks/shared/other.ipynb", "scripts/deeper.csx", "mine.dll" }) Write(named, "first");
        File.WriteAllText(_course.Notebook("runs"), File.ReadAllText(_course.Notebook("runs")).Replace("answer + 1", line.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal));
        string[] before = [Of("runs"), Of("skips-a-cell")];
        Write(file, "second");
        Assert.NotEqual(before[0], Of("runs"));
        Assert.Equal(before[1], Of("skips-a-cell"));
    }

    [Fact]
    public void A_notebook_elsewhere_has_no_number_for_nobody_knows_what_it_reads_there()
    {
        File.Copy(_course.Notebook("runs"), Path.Combine(_course.Root, "runs.ipynb"));
        Assert.Null(new Fingerprint(Course(), Kernel()).Of(Read("runs"), Path.Combine(_course.Root, "runs.ipynb")));
    }

    [Fact]
    public void A_change_of_one_lesson_changes_that_one()
    {
        var before = Of("skips-a-cell");
        var changed = OfChanged("= 41", "= 40");
        Assert.NotEqual(Of("runs"), changed);
        Assert.Equal(before, Of("skips-a-cell"));
    }

    [Fact]
    public void A_changed_sentence_changes_nothing_and_a_changed_tag_does()
    {
        Assert.Equal(Of("runs"), OfChanged("Every cell", "Each cell"));
        Assert.NotEqual(Of("runs"), OfChanged("\"dotnet_interactive\": {", "\"tags\": [\"raises-exception\"], \"dotnet_interactive\": {"));
    }

    [Fact]
    public void Another_kernel_is_another_number() =>
        Assert.NotEqual(Of("runs"), new Fingerprint(Course(), Kernel() with { Name = "other" }).Of(Read("runs"), _course.Notebook("runs")));

    private Workspace Course() => new(_course.Root, Path.Combine(_course.Root, "kernel", "Kernel.dll"));

    private KernelSpec Kernel() => KernelSpec.Own(Path.Combine(_course.Root, "kernel", "Kernel.dll"));

    private Notebook Read(string name) => NotebookReader.Read(_course.Notebook(name));

    private string Of(string name) => new Fingerprint(Course(), Kernel()).Of(Read(name), _course.Notebook(name))!;

    private string OfChanged(string text, string other)
    {
        var source = File.ReadAllText(_course.Notebook("runs"));
        Assert.Contains(text, source, StringComparison.Ordinal);
        File.WriteAllText(_course.Notebook("runs"), source.Replace(text, other, StringComparison.Ordinal));
        var number = Of("runs");
        File.WriteAllText(_course.Notebook("runs"), source);
        return number;
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_course.Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
