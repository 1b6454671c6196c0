using System.Text.RegularExpressions;
using ActivationNotes.Course.Commands;
using ActivationNotes.Course.Publishing;

namespace ActivationNotes.Course.Tests.Commands;

/// <summary>Readers copy the commands that lessons and documents show.</summary>
public sealed partial class CommandsInTextTests
{
    private static readonly string Root = Workspace.Find(AppContext.BaseDirectory).Root;

    [Fact]
    public void Every_command_that_a_lesson_or_a_document_shows_is_one_that_the_tool_understands()
    {
        var context = new CommandContext(TextWriter.Null, TextWriter.Null, Root, TimeProvider.System, CourseSite.Render);
        var shown = Texts().SelectMany(file => Shown().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Arguments: match.Groups["arguments"].Value.Trim()))).ToArray();
        Assert.Superset(new HashSet<string> { "README.md", "00-start-here.ipynb" }, shown.Select(line => line.File).ToHashSet());
        Assert.Contains(shown, line => line.Arguments.StartsWith("export --absolute ", StringComparison.Ordinal));
        Assert.Empty(shown.SelectMany(line => CommandLine.Parse(line.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), context).Errors
            .Select(error => $"{line.File}: {line.Arguments}: {error.Message}")));
    }

    private static IEnumerable<string> Texts() => new[] { "notebooks/*.ipynb", "docs/*.md", "*.md" }
        .SelectMany(place => Directory.EnumerateFiles(Path.Combine(Root, Path.GetDirectoryName(place)!), Path.GetFileName(place)));

    [GeneratedRegex(@"dotnet run --project lib/ActivationNotes\.Course\b(?: +-- +(?<arguments>[^`""\\\n#]*))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Shown();
}
