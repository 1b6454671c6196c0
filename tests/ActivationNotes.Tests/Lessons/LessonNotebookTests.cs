using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationNotes.Lessons;

namespace ActivationNotes.Tests.Lessons;

/// <summary>What the lessons promise in their form; that they run and that their claims hold is tested by running them.</summary>
public sealed partial class LessonNotebookTests
{
    private static readonly string Folder = FindNotebooks();
    private static readonly HashSet<string> s_library = [.. typeof(Exercise).Assembly.GetExportedTypes().Where(type => type != typeof(Exercise)).Select(type => type.Name)];

    public static TheoryData<string> WithEveryKind => [.. Notebooks.Select(row => row.Data).Where(name => name[..2] is "00" or "01" or "02" or "03" or "05")];

    public static TheoryData<string> Notebooks =>
        [.. Directory.GetFiles(Folder, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_six_lessons_are_there() =>
        Assert.Equal(
            ["00-start-here.ipynb", "01-the-sigmoid.ipynb", "02-flat-ends.ipynb", "03-not-zero-centred.ipynb", "04-exp-is-expensive.ipynb", "05-what-to-use-instead.ipynb"],
            Notebooks.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_lesson_opens_in_every_host_and_carries_no_outputs(string name)
    {
        var notebook = Read(name);
        Assert.Equal((4, 5), ((int)notebook["nbformat"]!, (int)notebook["nbformat_minor"]!));
        Assert.Equal(".net-csharp", (string?)notebook["metadata"]!["kernelspec"]!["name"]);
        Assert.Equal("C#", (string?)notebook["metadata"]!["kernelspec"]!["language"]);
        Assert.Equal("csharp", (string?)notebook["metadata"]!["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        Assert.All(Code(notebook), cell => Assert.Empty(cell["outputs"]!.AsArray()));
        Assert.All(Code(notebook), cell => Assert.Null(cell["execution_count"]));
        Assert.All(notebook["cells"]!.AsArray(), cell => Assert.Matches("^[a-z][a-z0-9-]+$", (string?)cell!["id"]));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_lesson_asks_its_question_first_sets_up_once_and_closes_with_claims_exercises_and_reading(string name)
    {
        var cells = Read(name)["cells"]!.AsArray();
        Assert.Contains("**Question:", Source(cells[0]!), StringComparison.Ordinal);
        Assert.Contains("you can", Source(cells[0]!), StringComparison.Ordinal);
        Assert.Equal("setup", (string?)Code(Read(name))[0]["id"]);
        Assert.Single(cells, cell => Source(cell!).Contains("#r ", StringComparison.Ordinal) && (string?)cell!["cell_type"] == "code");
        string[] parts = ["ounterexample box", "ummary of claims", "Exercises", "Further reading"];
        Assert.Equal(parts, parts.OrderBy(part => cells.ToList().FindIndex(cell => Source(cell!).Contains(part, StringComparison.Ordinal))));
        Assert.All(parts, part => Assert.Contains(cells, cell => Source(cell!).Contains(part, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_exercise_is_task_stub_hint_and_solution_in_this_order(string name)
    {
        var cells = Read(name)["cells"]!.AsArray().Select(cell => cell!).ToArray();
        var ids = Exercise.Ids.Where(id => id.StartsWith(name[..2], StringComparison.Ordinal)).ToArray();
        Assert.True(ids.Length >= 3, $"{name} has {ids.Length} exercises.");
        foreach (var id in ids)
        {
            var task = Array.FindIndex(cells, cell => Source(cell).StartsWith($"### Exercise {id}", StringComparison.Ordinal));
            Assert.True(task > 0, $"{name} has no task of exercise {id}.");
            Assert.Equal(["markdown exercise", "code exercise", "markdown hint", "code solution"],
                cells[task..(task + 4)].Select(cell => $"{cell["cell_type"]} {cell["metadata"]!["tags"]![0]}"));
            foreach (var code in new[] { cells[task + 1], cells[task + 3] })
                Assert.Contains($"Exercise.Check(\"{id}\"", Source(code), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(WithEveryKind))]
    public void A_lesson_has_something_to_predict_and_something_to_code_against_the_library(string name)
    {
        var kinds = Exercise.Ids.Where(id => id.StartsWith(name[..2], StringComparison.Ordinal)).ToLookup(Exercise.KindOf);
        Assert.NotEmpty(kinds[ExerciseKind.Predict]);
        Assert.NotEmpty(kinds[ExerciseKind.Code]);
        foreach (var id in kinds[ExerciseKind.Predict]) Assert.Contains("predict", Cell(name, id, "exercise"), StringComparison.OrdinalIgnoreCase);
        foreach (var id in kinds[ExerciseKind.Code])
            Assert.True(LibraryWord().Matches(Cell(name, id, "solution")).Any(word => s_library.Contains(word.Value)), $"The solution of {id} uses no type of the library.");

        static string Cell(string name, string id, string tag)
        {
            var cells = Read(name)["cells"]!.AsArray().Select(cell => cell!).ToList();
            var task = cells.FindIndex(cell => Source(cell).StartsWith($"### Exercise {id}", StringComparison.Ordinal));
            return Source(cells.Skip(task).First(cell => (string?)cell["metadata"]!["tags"]?[0] == tag));
        }
    }

    [Theory]
    [MemberData(nameof(WithEveryKind))]
    public void A_choice_is_among_at_least_three(string name) => Assert.All(
        Exercise.Ids.Where(id => id.StartsWith(name[..2], StringComparison.Ordinal)).Select(Exercise.Find).OfType<ChoiceCheck>(),
        check => Assert.InRange(check.Choices.Distinct(StringComparer.OrdinalIgnoreCase).Count(), 3, int.MaxValue));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Cells_are_short_and_use_nothing_that_only_some_hosts_have(string name) =>
        Assert.All(Code(Read(name)), cell =>
        {
            var source = Source(cell);
            Assert.InRange(source.Split('\n').Length, 1, 14);
            foreach (var foreign in new[] { "#!", "display(", "Plotly", "dynamic ", "Span<", "using var", "nuget:" })
                Assert.DoesNotContain(foreign, source, StringComparison.Ordinal);
            // A cell that ends in a semicolon or a brace shows nothing; the parameters are there to be changed, not to be seen.
            Assert.False(!IsParameters(cell) && source.TrimEnd() is var end && (end.EndsWith(';') || end.EndsWith('}')), $"Cell {cell["id"]} shows nothing.");
        });

    [Theory]
    [InlineData("00-start-here.ipynb", false)]
    [InlineData("01-the-sigmoid.ipynb", true)]
    [InlineData("02-flat-ends.ipynb", true)]
    [InlineData("03-not-zero-centred.ipynb", true)]
    [InlineData("04-exp-is-expensive.ipynb", true)]
    [InlineData("05-what-to-use-instead.ipynb", true)]
    public void A_lesson_that_draws_something_has_its_seeds_in_one_cell(string name, bool draws)
    {
        var code = Code(Read(name));
        var parameters = code.Where(IsParameters).ToArray();
        Assert.Equal(draws ? 1 : 0, parameters.Length);
        if (!draws) return;
        Assert.Same(code[1], parameters[0]);
        var lines = Source(parameters[0]).Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        Assert.Equal(["int firstSeed = 1;", "int seedCount = 10;"], lines);
    }

    [Theory]
    [MemberData(nameof(WithEveryKind))]
    public void Every_seed_of_a_lesson_comes_from_its_parameters(string name) =>
        // An exercise has one right answer, whatever the parameters are: it names its own seeds.
        Assert.All(Code(Read(name)).Where(cell => !IsParameters(cell) && cell["metadata"]!["tags"]?[0] is null), cell =>
            Assert.DoesNotMatch(FixedSeed(), Source(cell)));

    [Theory]
    [MemberData(nameof(WithEveryKind))]
    public void The_answer_of_an_exercise_does_not_depend_on_the_parameters(string name) =>
        Assert.All(Code(Read(name)).Where(cell => (string?)cell["metadata"]!["tags"]?[0] == "solution"), cell =>
            Assert.DoesNotMatch(SeedOfTheLesson(), Source(cell)));

    private static bool IsParameters(JsonNode cell) => cell["metadata"]!["tags"]?.AsArray().Any(tag => (string?)tag == "parameters") == true;

    private static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!.AsObject();

    private static JsonNode[] Code(JsonObject notebook) =>
        [.. notebook["cells"]!.AsArray().Select(cell => cell!).Where(cell => (string?)cell["cell_type"] == "code")];

    private static string Source(JsonNode cell) => string.Concat(cell["source"]!.AsArray().Select(line => (string?)line));

    [GeneratedRegex("[A-Z][A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex LibraryWord();

    // new Random(1), seed: 1, Enumerable.Range(1, 10) seeds
    [GeneratedRegex(@"Random\(\d|[sS]eeds?:\s*\d|seeds\s*=\s*(\[|Enumerable\.Range\(\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FixedSeed();

    [GeneratedRegex(@"\b(seeds|many|firstSeed|seedCount)\b(?!\s*=)", RegexOptions.CultureInvariant)]
    private static partial Regex SeedOfTheLesson();

    private static string FindNotebooks()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ActivationNotes.sln"))) return Path.Combine(folder.FullName, "notebooks");
        throw new DirectoryNotFoundException("No folder above the tests holds ActivationNotes.sln.");
    }
}
