using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using ActivationNotes.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace ActivationNotes.Kernel.Language;

/// <summary>What an editor asks about code that has not been run: how it may go on, what a name means, whether it is whole.</summary>
/// <param name="session">The cells run so far, which the code may refer to.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The workspace lives as long as the process.")]
internal sealed class LanguageService(ScriptSession session)
{
    private readonly EarlierCells _earlier = new();
    private readonly ConcurrentDictionary<MetadataId, PortableExecutableReference> _references = new();
    private CompilationOptions? _options;
    private AdhocWorkspace? _workspace;
    private ProjectId? _earlierProject;
    private int _known;
    private bool _warmed;

    /// <summary>
    /// Loads what the first question needs, once, in the background: composing the editor's services takes most of a second.
    /// </summary>
    public void StartWarmUp()
    {
        if (Interlocked.Exchange(ref _warmed, true)) return;
        new Thread(() => new LanguageService(new ScriptSession(session.Folder, session.Folder)).Complete("Console.", "Console.".Length))
        {
            Name = "editor warm-up",
            IsBackground = true,
            Priority = ThreadPriority.BelowNormal,
        }.Start();
    }

    /// <summary>Answers a complete_request.</summary>
    /// <param name="code">The cell so far.</param>
    /// <param name="cursor">The place in it, in Unicode code points.</param>
    public JsonObject Complete(string code, int cursor)
    {
        var position = Utf16Position(code, cursor);
        var lineStart = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        if (PathCompletion.TryComplete(code[lineStart..position], session.Folder) is { } paths)
            return Matches(code, position - paths.Typed.Length, position, [.. paths.Matches.Select(match => (match, "path"))]);

        var document = Document(code);
        var service = CompletionService.GetService(document)!;
        var list = service.GetCompletionsAsync(document, position).GetAwaiter().GetResult();
        if (list.ItemsList.Count == 0) return Matches(code, position, position, []);
        var typed = code[list.Span.Start..position];
        var items = typed.Length == 0
            ? [.. list.ItemsList]
            : list.ItemsList.Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(item => item.FilterText.StartsWith(typed, StringComparison.Ordinal)).ToList();
        return Matches(code, list.Span.Start, position,
            [.. items.Select(item => (item.DisplayText, Kind(item))).Distinct()]);
    }

    /// <summary>Answers an inspect_request.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="cursor">The place in it, in Unicode code points.</param>
    public JsonObject Inspect(string code, int cursor)
    {
        var document = Document(code);
        var position = Utf16Position(code, cursor);
        var service = QuickInfoService.GetService(document)!;
        var info = service.GetQuickInfoAsync(document, position).GetAwaiter().GetResult();
        // Behind a name, as editors ask: "Math.Sin(|".
        for (var back = position - 1; info is null && back >= 0 && position - back <= 2; back--)
            info = service.GetQuickInfoAsync(document, back).GetAwaiter().GetResult();
        // Roslyn's sections begin with line breaks of their own, in the fashion of Windows.
        var sections = info is null ? [] : info.Sections.Select(section => section.Text.ReplaceLineEndings("\n").Trim('\n'));
        var text = string.Join("\n\n", sections.Where(section => section.Length > 0));
        var data = new JsonObject();
        if (text.Length > 0) data["text/plain"] = text;
        return new JsonObject { ["status"] = "ok", ["found"] = text.Length > 0, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    /// <summary>Answers an is_complete_request.</summary>
    /// <param name="code">The cell so far.</param>
    public static JsonObject IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(CellSource.BlankDirectives(code), ScriptSession.ParseOptions);
        if (HasStrayBracket(tree)) return new JsonObject { ["status"] = "invalid" };
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new JsonObject { ["status"] = "incomplete", ["indent"] = Indent(code) };
        var wrong = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new JsonObject { ["status"] = wrong ? "invalid" : "complete" };
    }

    // The compiler calls a cell that ends in a closing bracket too many incomplete; no further line can mend it.
    private static bool HasStrayBracket(SyntaxTree tree)
    {
        var open = new Stack<SyntaxKind>();
        foreach (var token in tree.GetRoot().DescendantTokens(descendIntoTrivia: true).Where(token => !token.IsMissing))
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken:
                    open.Push(token.Kind());
                    break;
                case SyntaxKind.CloseBraceToken when !open.TryPop(out var kind) || kind != SyntaxKind.OpenBraceToken:
                case SyntaxKind.CloseParenToken when !open.TryPop(out kind) || kind != SyntaxKind.OpenParenToken:
                case SyntaxKind.CloseBracketToken when !open.TryPop(out kind) || kind != SyntaxKind.OpenBracketToken:
                    return true;
            }
        }

        return false;
    }

    private static string Indent(string code)
    {
        var last = code.TrimEnd('\n', '\r', ' ', '\t');
        last = last[(last.LastIndexOf('\n') + 1)..];
        var indent = last[..(last.Length - last.TrimStart().Length)];
        return last.EndsWith('{') || last.EndsWith('(') || last.EndsWith('[') ? indent + "    " : indent;
    }

    private static JsonObject Matches(string code, int start, int end, IReadOnlyList<(string Text, string Kind)> matches) => new()
    {
        ["status"] = "ok",
        ["matches"] = new JsonArray([.. matches.Select(match => (JsonNode)match.Text)]),
        ["cursor_start"] = CodePoints(code, start),
        ["cursor_end"] = CodePoints(code, end),
        ["metadata"] = new JsonObject
        {
            ["_jupyter_types_experimental"] = new JsonArray([.. matches.Select(match => (JsonNode)new JsonObject
            {
                ["text"] = match.Text,
                ["type"] = match.Kind,
                ["start"] = CodePoints(code, start),
                ["end"] = CodePoints(code, end),
            })]),
        },
    };

    private static string Kind(CompletionItem item) => item.Tags.Length > 0 ? item.Tags[0].ToLowerInvariant() : "text";

    private static int Utf16Position(string code, int codePoints)
    {
        var position = 0;
        foreach (var rune in code.EnumerateRunes())
        {
            if (codePoints-- <= 0) break;
            position += rune.Utf16SequenceLength;
        }

        return position;
    }

    private static int CodePoints(string code, int position) => code.AsSpan(0, position).EnumerateRunes() is var runes ? Count(runes) : 0;

    private static int Count(SpanRuneEnumerator runes)
    {
        var count = 0;
        foreach (var _ in runes) count++;
        return count;
    }

    // All cells that ran are one submission project; the code asked about is another, which refers to it.
    private Document Document(string code)
    {
        if (_workspace is null)
        {
            _workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
            _options = session.Options.WithMetadataReferenceResolver(new EditorReferenceResolver(session.Options.MetadataReferenceResolver!, Own));
        }

        var ran = session.SubmissionsFrom(_known);
        foreach (var cell in ran) _earlier.Add(cell);
        if (ran.Count > 0 || _earlierProject is null)
        {
            var solution = _earlierProject is null ? _workspace.CurrentSolution : _workspace.CurrentSolution.RemoveProject(_earlierProject);
            _earlierProject = Add(solution, "earlier", _earlier.ToString(), null, out var known).ProjectId;
            _workspace.TryApplyChanges(known);
            _known += ran.Count;
        }

        var documentId = Add(_workspace.CurrentSolution, "cell", CellSource.BlankDirectives(code), _earlierProject, out var asked);
        return asked.GetDocument(documentId)!;
    }

    private DocumentId Add(Solution solution, string name, string code, ProjectId? earlier, out Solution changed)
    {
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, assemblyName: name, LanguageNames.CSharp,
            compilationOptions: _options, parseOptions: ScriptSession.ParseOptions,
            metadataReferences: FrameworkReferences.All.Concat(_earlier.References).OfType<PortableExecutableReference>().Distinct().Select(Own),
            projectReferences: earlier is null ? [] : [new ProjectReference(earlier)], isSubmission: true);
        var document = DocumentId.CreateNewId(project.Id);
        changed = solution.AddProject(project).AddDocument(DocumentInfo.Create(document, name, sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code, Encoding.UTF8), VersionStamp.Default))));
        return document;
    }

    // The editor's compilations run beside those of cells, and the symbols of one must never get into the other.
    private PortableExecutableReference Own(PortableExecutableReference reference) => _references.GetOrAdd(
        reference.GetMetadataId(),
        _ => ((AssemblyMetadata)reference.GetMetadata()).GetReference(
            FrameworkReferences.Documentation(reference.FilePath!), filePath: reference.FilePath, display: reference.Display)).WithProperties(reference.Properties);
}
