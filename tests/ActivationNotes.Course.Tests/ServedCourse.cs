namespace ActivationNotes.Course.Tests;

/// <summary>A course that serve --watch shows, while a test edits its lesson.</summary>
public sealed class ServedCourse : IDisposable
{
    private ServedCourse()
    {
        Course = new CourseFolder("runs");
        Tool = ToolProcess.Start(Course, "serve", "--watch");
    }

    public CourseFolder Course { get; }

    public ToolProcess Tool { get; }

    public string Address { get; private set; } = "";

    /// <summary>Serves the lesson "runs" and waits until it can be read.</summary>
    public static async Task<ServedCourse> StartAsync()
    {
        var served = new ServedCourse();
        served.Address = (await AddressAsync(served.Tool)).AbsoluteUri;
        return served;
    }

    /// <summary>Waits until a tool serves.</summary>
    /// <returns>The address it names.</returns>
    public static async Task<Uri> AddressAsync(ToolProcess tool)
    {
        while (await tool.Output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Serving ", StringComparison.Ordinal)) return new Uri(line.Split(' ')[1]);
        }

        throw new InvalidOperationException(await tool.Error);
    }

    /// <summary>Changes the lesson.</summary>
    /// <returns>How it was before.</returns>
    public string Edit(string text, string other)
    {
        var before = File.ReadAllText(Course.Notebook("runs"));
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(Course.Notebook("runs"), before.Replace(text, other, StringComparison.Ordinal));
        return before;
    }

    public void Dispose()
    {
        Tool.Dispose();
        Course.Dispose();
    }
}
