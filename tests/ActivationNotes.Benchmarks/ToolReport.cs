using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ActivationNotes.Course;
using MathNet.Numerics.Statistics;

namespace ActivationNotes.Benchmarks;

/// <summary>
/// How long the commands of the course tool take, from the shell: starts of processes and kernels included. They work on a copy of the
/// course, so that nothing of it is touched.
/// </summary>
internal sealed class ToolReport : IDisposable
{
    private const int Runs = 5;
    private const int TrivialCells = 10;

    private static readonly string[] s_shared = ["data", "docs"];

    private readonly string _repository = Workspace.Find(AppContext.BaseDirectory).Root;
    private readonly string _course = Directory.CreateTempSubdirectory("tool-report-").FullName;
    private readonly string _lesson;

    private ToolReport()
    {
        File.WriteAllText(Entry("ActivationNotes.sln"), "");
        File.Copy(Path.Combine(_repository, "README.md"), Entry("README.md"));
        foreach (var folder in s_shared) Directory.CreateSymbolicLink(Entry(folder), Path.Combine(_repository, folder));
        foreach (var folder in new[] { "notebooks", Path.Combine("lib", "bin") }) Copy(folder);
        File.WriteAllText(Entry("ten-cells.ipynb"), JsonSerializer.Serialize(new
        {
            nbformat = 4,
            nbformat_minor = 5,
            metadata = new { },
            cells = Enumerable.Range(1, TrivialCells).Select(number => new
            {
                cell_type = "code",
                id = string.Create(CultureInfo.InvariantCulture, $"cell-{number}"),
                metadata = new { },
                execution_count = (int?)null,
                outputs = Array.Empty<object>(),
                source = string.Create(CultureInfo.InvariantCulture, $"1 + {number}"),
            }),
        }));
        _lesson = Directory.EnumerateFiles(Entry("notebooks"), "*.ipynb").Order(StringComparer.Ordinal).First();
    }

    /// <summary>Measures, and prints a Markdown table.</summary>
    public static void Print()
    {
        using var report = new ToolReport();
        Console.WriteLine("| command | runs | median, s | least | most |\n|---|--:|--:|--:|--:|");
        report.PrintAll();
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_course, recursive: true);

    private void PrintAll()
    {
        var lessons = Directory.GetFiles(Entry("notebooks"), "*.ipynb").Length;
        Row("start of the tool: `--help`", Runs, () => Tool("Usage:", "--help"));
        Row(string.Create(CultureInfo.InvariantCulture, $"`run` of a notebook of {TrivialCells} trivial cells"), Runs, () => Tool(string.Create(CultureInfo.InvariantCulture, $"{TrivialCells} code cells run"), "run", "ten-cells.ipynb"));
        Row(string.Create(CultureInfo.InvariantCulture, $"`build`, all {lessons} lessons run for the first time, pictures taken"), 1, () => Build(lessons));
        Row("`build` with nothing changed", Runs, () => Build(0));
        Row("the same through `dotnet run --project lib/ActivationNotes.Course`", Runs,
            // The other configuration's libraries would be other libraries, and all lessons run again.
            () => Run(Path.GetFileName(_lesson) + ": unchanged", ["run", "-c", "Release", "--project", Path.Combine(_repository, "lib", "ActivationNotes.Course")]));
        Row("`build`, no lesson changed, the site made anew", Runs, () =>
        {
            File.Delete(Entry(Path.Combine("artifacts", "site.key")));
            return Build(0);
        });
        Row($"`build`, one lesson changed ({Path.GetFileNameWithoutExtension(_lesson)})", Runs, () =>
        {
            ChangeLesson();
            return Build(1);
        });
        Row("`build`, the library changed", 1, () =>
        {
            File.WriteAllText(Entry(Path.Combine("lib", "bin", "Changed.dll")), "");
            return Build(lessons);
        });
    }

    private static void Row(string name, int runs, Func<double> measure)
    {
        var seconds = Enumerable.Range(0, runs).Select(_ => measure()).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {runs} | {seconds.Median():F2} | {seconds.Min():F2} | {seconds.Max():F2} |"));
    }

    // A comment in its first cell: another cell, the same outputs.
    private void ChangeLesson()
    {
        const string Source = "\"source\": [\n    \"";
        var text = File.ReadAllText(_lesson);
        var cell = text.IndexOf("\"cell_type\": \"code\"", StringComparison.Ordinal);
        var place = text.IndexOf(Source, cell, StringComparison.Ordinal) + Source.Length;
        File.WriteAllText(_lesson, text.Insert(place, "// Changed.\\n\",\n    \""));
    }

    private double Build(int lessons)
    {
        var seconds = Tool("The course is at", out var output, []);
        var run = output.Split('\n').Count(line => line.Contains(" run in ", StringComparison.Ordinal));
        return run == lessons ? seconds : throw new InvalidOperationException($"{run} lessons ran where {lessons} should have:\n{output}");
    }

    private double Tool(string expected, params string[] arguments) => Tool(expected, out _, arguments);

    private double Tool(string expected, out string output, string[] arguments) =>
        Run(expected, out output, [Path.Combine(_repository, "lib", "ActivationNotes.Course", "bin", "ActivationNotes.Course.dll"), .. arguments]);

    private double Run(string expected, string[] arguments) => Run(expected, out _, arguments);

    private double Run(string expected, out string output, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _course, RedirectStandardOutput = true, UseShellExecute = false })!;
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0 && output.Contains(expected, StringComparison.Ordinal)
            ? seconds
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    private string Entry(string name) => Path.Combine(_course, name);

    private void Copy(string folder)
    {
        var from = Path.Combine(_repository, folder);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Entry(folder), Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
