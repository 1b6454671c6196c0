namespace ActivationNotes.Course.Tests.Replication;

/// <summary>What lessons show, as far as it is no time, on machines that this one can pretend to be.</summary>
public sealed class SameOutputsTests
{
    private static readonly string[] s_lessons = ["01-the-sigmoid", "02-flat-ends", "03-not-zero-centred", "05-what-to-use-instead"];

    [Fact]
    public async Task Lessons_show_the_same_bytes_with_narrower_registers_without_fused_products_and_with_one_processor()
    {
        using var course = CourseFolder.WithLibraries();
        var repository = Workspace.Find(AppContext.BaseDirectory).Root;
        Directory.CreateDirectory(Path.Combine(course.Root, "data"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, "data"))) File.Copy(file, Path.Combine(course.Root, "data", Path.GetFileName(file)));
        foreach (var lesson in s_lessons)
        {
            // Two seeds go through all the code that ten go through.
            var text = await File.ReadAllTextAsync(Path.Combine(repository, "notebooks", lesson + ".ipynb"), TestContext.Current.CancellationToken);
            Assert.Contains("int seedCount = 10;", text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(course.Notebook(lesson), text.Replace("int seedCount = 10;", "int seedCount = 2;", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        var result = await course.InvokeAsync("replicate", "--modes", "--sets", "1");
        Assert.True(result.Code == 0, result.Error + result.Output);
        Assert.Equal(4 * s_lessons.Length, result.Output.Split(": the same in ").Length - 1);
    }
}
