using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActivationNotes.Course.Commands;

/// <summary>The usual help, then lines to copy.</summary>
/// <param name="usual">Writes the usual help.</param>
public sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, (string Line, string Does)[]> s_examples = new()
    {
        [""] =
        [
            ("", "run what changed, then make the site in artifacts/site"),
            ("run notebooks/01-the-sigmoid.ipynb", "run one notebook; the executed copy goes to artifacts/executed"),
            ("check", "what CI enforces"),
        ],
        ["build"] =
        [
            ("build", "run what changed, then make the site"),
            ("build --force", "run everything"),
            ("build --kernel .net-csharp", "the same with .NET Interactive"),
        ],
        ["run"] =
        [
            ("run notebooks/01-the-sigmoid.ipynb", "one notebook"),
            ("run notebooks/*.ipynb --timeout 60", "several, each cell within a minute"),
            ("run notebooks/05-what-to-use-instead.ipynb -p firstSeed 61 --strict", "one lesson with other seeds; fails when a claim does not hold"),
            ("run --kernel python3 analysis.ipynb", "any installed Jupyter kernel"),
        ],
        ["check"] =
        [
            ("check", "all lessons, sources and executed copies"),
            ("check notebooks/01-the-sigmoid.ipynb --repeat", "one lesson, and whether it says the same when run again"),
        ],
        ["replicate"] =
        [
            ("replicate", "40 other sets of seeds for every lesson that draws by chance"),
            ("replicate --sets 5 --modes notebooks/02-flat-ends.ipynb", "one lesson with five sets, and as on other machines"),
        ],
        ["serve"] = [("serve --watch", "the site on this machine, made anew whenever a lesson changes")],
        ["export"] =
        [
            ("export --student handout --teacher handout", "two zips for a class, which needs to build nothing"),
            ("export --absolute ~/lessons", "copies whose #r lines work in Verso"),
        ],
        ["kernel"] = [("kernel install --user", "let Jupyter and VS Code find the C# kernel")],
        ["install"] = [("kernel install --user", "for yourself"), ("kernel install --prefix /opt/jupyter", "into an environment")],
        ["uninstall"] = [("kernel uninstall --user", "what kernel install --user registered")],
    };

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        if (!s_examples.TryGetValue(command is RootCommand ? "" : command.Name, out var examples)) return code;
        var writer = parseResult.InvocationConfiguration.Output;
        const string Program = "dotnet run --project lib/ActivationNotes.Course";
        writer.WriteLine("Examples:");
        foreach (var (line, does) in examples)
        {
            writer.WriteLine($"  # {does}");
            writer.WriteLine(line.Length == 0 ? $"  {Program}" : $"  {Program} -- {line}");
        }

        writer.WriteLine();
        return code;
    }
}
