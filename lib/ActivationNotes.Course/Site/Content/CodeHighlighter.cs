using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace ActivationNotes.Course.Site.Content;

/// <summary>Colours source code as HTML.</summary>
public static class CodeHighlighter
{
    private static readonly Lazy<MefHostServices> Host = new(() => MefHostServices.Create(MefHostServices.DefaultAssemblies));

    /// <summary>Escapes code; what the C# compiler knows about it becomes spans of the classes <c>tok-keyword</c>, <c>tok-type</c>,
    /// <c>tok-string</c>, <c>tok-number</c>, <c>tok-comment</c>, <c>tok-function</c> and <c>tok-directive</c>. Variables and operators,
    /// nearly half of all tokens, keep the colour of the text and get no span.</summary>
    /// <param name="code">The code. It may be incomplete or wrong.</param>
    /// <param name="language">C# under its usual names is coloured, any other language only escaped.</param>
    /// <returns>The content of a <c>code</c> element: its text is exactly the code.</returns>
    public static string ToHtml(string code, string language = "csharp") =>
        language.ToUpperInvariant() is "CSHARP" or "C#" or "CS" or "CSX" ? CSharpToHtml(code) : WebUtility.HtmlEncode(code);

    private static string CSharpToHtml(string code)
    {
        var html = new StringBuilder(code.Length * 2);
        var position = 0;
        foreach (var (span, kind) in Spans(code))
        {
            if (span.Start < position || span.Length == 0) continue;
            html.Append(Escaped(code, position, span.Start))
                .Append("<span class=\"tok-").Append(kind).Append("\">").Append(Escaped(code, span.Start, span.End)).Append("</span>");
            position = span.End;
        }
        return html.Append(Escaped(code, position, code.Length)).ToString();
    }

    private static string Escaped(string code, int start, int end) => WebUtility.HtmlEncode(code[start..end]);

    private static List<(TextSpan Span, string Kind)> Spans(string code)
    {
        using var workspace = new AdhocWorkspace(Host.Value);
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Cell", "Cell", LanguageNames.CSharp,
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse, SourceCodeKind.Script)));
        var document = workspace.AddDocument(DocumentInfo.Create(DocumentId.CreateNewId(project.Id), "Cell.csx", sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default))));
        var root = document.GetSyntaxRootAsync().GetAwaiter().GetResult()!;
        var classified = Classifier.GetClassifiedSpansAsync(document, TextSpan.FromBounds(0, code.Length)).GetAwaiter().GetResult();

        // Several classifications may share a span ("static symbol" beside "method name"): the one this page has a colour for wins.
        Dictionary<TextSpan, string> kinds = [];
        foreach (var item in classified)
        {
            if (KindOf(item.ClassificationType) is { } kind) kinds[item.TextSpan] = kind;
        }
        // Without its references the compiler binds few names; where a name stands says as much to a reader.
        foreach (var token in root.DescendantTokens())
        {
            if (IdentifierKinds.Of(token) is { } kind && !kinds.ContainsKey(token.Span)) kinds[token.Span] = kind;
        }
        return [.. kinds.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key.Start).ThenByDescending(pair => pair.Key.Length)];
    }

    private static string? KindOf(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword or ClassificationTypeNames.ControlKeyword => "keyword",
        ClassificationTypeNames.ClassName or ClassificationTypeNames.RecordClassName or ClassificationTypeNames.StructName
            or ClassificationTypeNames.RecordStructName or ClassificationTypeNames.InterfaceName or ClassificationTypeNames.EnumName
            or ClassificationTypeNames.DelegateName or ClassificationTypeNames.TypeParameterName => "type",
        ClassificationTypeNames.StringLiteral or ClassificationTypeNames.VerbatimStringLiteral
            or ClassificationTypeNames.StringEscapeCharacter => "string",
        ClassificationTypeNames.NumericLiteral => "number",
        ClassificationTypeNames.MethodName or ClassificationTypeNames.ExtensionMethodName => "function",
        ClassificationTypeNames.PreprocessorKeyword or ClassificationTypeNames.PreprocessorText => "directive",
        _ when classification.Contains("comment", StringComparison.Ordinal) => "comment",
        _ => null,
    };
}
