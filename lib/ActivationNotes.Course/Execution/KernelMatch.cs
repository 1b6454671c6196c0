using System.Globalization;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Execution;

/// <summary>Whether a kernel is the one for a notebook.</summary>
public static class KernelMatch
{
    private const string CSharp = "C#";

    // What notebooks say when they leave the language to their cells, or to the name of their kernel.
    private static readonly string[] s_silent = ["", ".NET", "DOTNET-INTERACTIVE", "POLYGLOT-NOTEBOOK", "PLAINTEXT", "RAW"];

    private static readonly string[] s_hosts = ["DOTNET-INTERACTIVE.", "POLYGLOT-NOTEBOOK."];

    // The languages of kernels that are often not installed where their notebooks arrive.
    private static readonly (string Name, string Language)[] s_familiar =
    [
        (".net-csharp", CSharp), ("activationnotes", CSharp), (".net-fsharp", "F#"), ("ifsharp", "F#"), (".net-powershell", "PowerShell"), ("powershell", "PowerShell"),
        ("python", "python"), ("xpython", "python"), ("conda", "python"), ("ir", "R"), ("julia", "julia"), ("javascript", "javascript"), ("jslab", "javascript"),
        ("deno", "typescript"), ("tslab", "typescript"), ("bash", "bash"), ("ruby", "ruby"), ("octave", "octave"), ("scala", "scala"), ("java", "java"), ("kotlin", "kotlin"),
        ("rust", "rust"), ("gophernotes", "go"), ("xcpp", "C++"), ("sql", "sql"),
    ];

    /// <summary>Why a kernel is not the one, with the place; null when it is, or when the notebook does not say.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="kernel">The kernel.</param>
    public static string? Problem(Notebook notebook, string shown, KernelSpec kernel)
    {
        if (Canonical(kernel.Language).Length == 0) return null;
        var metadata = notebook.Node["metadata"] as JsonObject;
        var spec = metadata?["kernelspec"] as JsonObject;
        var name = Text(spec, "name");
        var language = Said(Text(spec, "language")) ?? Said(LanguageOf(name)) ?? Said(Text(metadata?["language_info"] as JsonObject, "name"))
            ?? Said(Text((metadata?["polyglot_notebook"] as JsonObject)?["kernelInfo"] as JsonObject, "defaultKernelName"));
        if (language is not null && Canonical(language) != Canonical(kernel.Language))
        {
            var advice = Canonical(language) == CSharp
                ? "Leave --kernel out: the course's own kernel runs C#."
                : $"To run it anyway, name its kernel: run --kernel {name ?? "NAME"}";
            return $"{shown}: is a notebook for {Text(spec, "display_name") ?? language} (language \"{language}\"), but the kernel \"{kernel.Name}\" runs {kernel.Language}. {advice}";
        }

        return Canonical(kernel.Language) != CSharp ? null : notebook.Cells.Select(cell => Problem(cell, shown, kernel)).FirstOrDefault(problem => problem is not null);
    }

    // Polyglot notebooks say of each cell what it is written in. A kernel of one language would take all for that.
    private static string? Problem(Cell cell, string shown, KernelSpec kernel)
    {
        if (cell.Kind != CellKind.Code || cell.Tags.Contains("skip-execution") || string.IsNullOrWhiteSpace(cell.Source)) return null;
        var metadata = cell.Node["metadata"] as JsonObject;
        var language = Said(Text(metadata?["polyglot_notebook"] as JsonObject, "kernelName")) ?? Said(Text(metadata?["dotnet_interactive"] as JsonObject, "language"))
            ?? Said(Text(metadata?["vscode"] as JsonObject, "languageId"));
        // A first line such as #!fsharp says it to the kernel itself, which answers.
        if (language is null || Canonical(language) == CSharp || cell.Source.TrimStart().StartsWith("#!", StringComparison.Ordinal)) return null;
        var advice = Canonical(language) is "HTML" or "MARKDOWN" or "MERMAID"
            ? $"Begin it with the line #!{language}."
            : "Write it in C#, tag it skip-execution, or move it into a notebook of its own.";
        return string.Create(CultureInfo.InvariantCulture, $"{shown}, cell {cell.Number}: is written in \"{language}\", but the kernel \"{kernel.Name}\" runs {kernel.Language}. {advice}");
    }

    private static string? LanguageOf(string? name)
    {
        if (name is null) return null;
        try
        {
            if (KernelSpec.Find(name) is { Language.Length: > 0 } installed) return installed.Language;
        }
        catch (CourseException)
        {
            // It is installed badly; nobody asked for it.
        }

        // "python3", "julia-1.10", "xcpp17".
        var bare = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-');
        return Array.Find(s_familiar, kernel => string.Equals(kernel.Name, bare, StringComparison.OrdinalIgnoreCase)).Language;
    }

    private static string? Said(string? language) => language is null || s_silent.Contains(language.ToUpperInvariant()) ? null : language;

    private static string? Text(JsonObject? node, string property) => node?[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // VS Code writes "polyglot-notebook.csharp" where Jupyter writes "C#".
    private static string Canonical(string language)
    {
        var name = language.ToUpperInvariant();
        foreach (var host in s_hosts.Where(host => name.StartsWith(host, StringComparison.Ordinal))) name = name[host.Length..];
        return name switch
        {
            "CSHARP" or "CS" or "C_SHARP" or "DOTNET-INTERACTIVE" or "POLYGLOT-NOTEBOOK" => CSharp,
            "FSHARP" or "FS" => "F#",
            "PWSH" => "POWERSHELL",
            "IPYTHON" or "PYTHON3" => "PYTHON",
            _ => name,
        };
    }
}
