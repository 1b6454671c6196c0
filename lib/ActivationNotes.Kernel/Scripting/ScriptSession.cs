using System.Reflection;
using System.Text;
using ActivationNotes.Kernel.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// The cells of a notebook as a chain of script submissions: each sees the variables, types and usings of those before it.
/// The compiler is driven directly and not through the scripting API, because that cannot keep the kernel's assemblies
/// apart from the notebook's, nor share metadata between cells.
/// </summary>
internal sealed class ScriptSession
{
    /// <summary>What the names of compiled cells' assemblies begin with.</summary>
    public const string AssemblyPrefix = "\u211B*";

    // Libraries built against older frameworks are no news to a reader (CS1701, CS1702), nor are nullable annotations in a
    // place that does not check them (CS8632).
    private static readonly string[] s_silent = ["CS1701", "CS1702", "CS8632"];

    private static Task s_warmUp = Task.CompletedTask;

    private readonly NotebookLoadContext _loadContext = new();
    private readonly Lock _lock = new();
    private readonly PackageRestorer _packages;
    private readonly ReferenceResolver _references;
    private readonly List<CSharpCompilation> _compilations = [];
    private object?[] _submissions = new object?[16];
    private int _count;

    /// <summary>An empty session.</summary>
    /// <param name="folder">The notebook's folder, where relative paths start.</param>
    /// <param name="packageCache">The folder where restored packages are remembered.</param>
    public ScriptSession(string folder, string packageCache)
    {
        Folder = folder;
        _packages = new PackageRestorer(folder, packageCache);
        _references = new ReferenceResolver(folder, _loadContext, _packages);
        Options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: DefaultUsings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            warningLevel: 4,
            sourceReferenceResolver: new CellSourceResolver(folder),
            metadataReferenceResolver: _references,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            specificDiagnosticOptions: s_silent.ToDictionary(id => id, _ => ReportDiagnostic.Suppress, StringComparer.Ordinal));
    }

    /// <summary>The usings every cell begins with: those of .NET Interactive, and what makes <c>display</c> a name.</summary>
    public static IReadOnlyList<string> DefaultUsings { get; } =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(Functions.NotebookFunctions).FullName!,
    ];

    /// <summary>How cells are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>How cells are compiled.</summary>
    public CSharpCompilationOptions Options { get; }

    /// <summary>The cells that compiled, in the order they ran.</summary>
    /// <param name="first">The first one wanted.</param>
    public IReadOnlyList<CSharpCompilation> SubmissionsFrom(int first)
    {
        lock (_lock) return [.. _compilations.Skip(first)];
    }

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    /// <summary>Takes what an administrator may want to know.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>The cells that can be ended where they run.</summary>
    public CheckedCode Code { get; } = new();

    /// <summary>Looks for packages in a further place, beside the machine's sources.</summary>
    /// <param name="source">A folder or an address.</param>
    public void AddPackageSource(string source) => _packages.AddSource(source);

    /// <summary>Compiles a cell and runs it; what it defines stays, also when it throws.</summary>
    /// <param name="code">C# script.</param>
    /// <param name="origin">What stack traces call it.</param>
    /// <param name="warn">Takes the compiler's warnings.</param>
    /// <param name="interruption">Ends the cell from outside.</param>
    /// <exception cref="CompilationException">It does not compile.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public CellResult Run(string code, string origin, Action<string> warn, CancellationToken interruption)
    {
        ((IAsyncResult)s_warmUp).AsyncWaitHandle.WaitOne();
        return RunCell(code, origin, warn, interruption);
    }

    /// <summary>
    /// Begins to load and compile everything a first cell needs, with no effect a notebook could see. The first cell waits for it:
    /// two compilations at once may each make their own symbols of one assembly, and a later cell that then meets those of both
    /// finds every function of notebooks twice (CS0121).
    /// </summary>
    public static void StartWarmUp() => s_warmUp = Task.Run(() =>
    {
        var display = Task.Run(() => MimeBundle.Of(2));
        var session = new ScriptSession(Path.GetTempPath(), Path.GetTempPath());
        session.RunCell("1 + 1", "warm-up", _ => { }, CancellationToken.None);
        display.GetAwaiter().GetResult();
        // Symbols are kept only as long as a compilation uses them.
        return session;
    });

    private CellResult RunCell(string code, string origin, Action<string> warn, CancellationToken interruption)
    {
        var compilation = Compile(code, origin, interruption, out var hasValue);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: interruption);
        if (!emitted.Success)
        {
            if (emitted.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) throw Failure(emitted.Diagnostics, origin);
            // A cell of usings or comments leaves nothing to run.
            lock (_lock)
            {
                interruption.ThrowIfCancellationRequested();
                _compilations.Add(compilation);
            }

            return new CellResult(false, null);
        }

        foreach (var warning in emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && !diagnostic.IsSuppressed))
            warn(Describe(warning, origin));

        var checkedCode = WithChecks(image, symbols, origin);
        Assembly assembly;
        lock (_lock)
        {
            // A cell that was given up meanwhile must not come after those that ran since.
            interruption.ThrowIfCancellationRequested();
            assembly = _loadContext.LoadSubmission(checkedCode.Image, checkedCode.Symbols);
            Code.Add(assembly);
            _compilations.Add(compilation);
            if (++_count + 2 > _submissions.Length) Array.Resize(ref _submissions, _submissions.Length * 2);
        }

        return compilation.GetEntryPoint(CancellationToken.None) is { } entryPoint
            ? new CellResult(hasValue, Interruptible.Run(EntryPoint(assembly, entryPoint), _submissions, interruption))
            : new CellResult(false, null);
    }

    // A cell of a form that the checks do not foresee runs all the same: an interruption then leaves it behind, as it does a call to a library.
    private (MemoryStream Image, MemoryStream Symbols) WithChecks(MemoryStream image, MemoryStream symbols, string origin)
    {
        var (compiledImage, compiledSymbols) = (image.ToArray(), symbols.ToArray());
        try
        {
            return CheckWeaver.Weave(image, symbols);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Log($"{origin} runs without checks for interruptions: {error}");
            return (new MemoryStream(compiledImage), new MemoryStream(compiledSymbols));
        }
    }

    private CSharpCompilation Compile(string code, string origin, CancellationToken interruption, out bool hasValue)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, origin);
        var name = string.Create(CultureInfo.InvariantCulture, $"Submission#{_compilations.Count}");
        // References of earlier cells come with the previous compilation.
        var compilation = CSharpCompilation.CreateScriptCompilation(
            AssemblyPrefix + name, tree, _compilations.Count == 0 ? FrameworkReferences.All : [], Options.WithScriptClassName(name),
            _compilations.LastOrDefault(), typeof(object));
        // Those of files the cell loads are among its trees.
        if (_references.Packages(compilation.SyntaxTrees, interruption) is { Count: > 0 } packages) compilation = compilation.AddReferences(packages);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        hasValue = ReturnsValue(root) || (root.Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last,
        }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void);
        return compilation;
    }

    // "return 5;" outside every function ends the cell, and 5 is its result.
    private static bool ReturnsValue(CompilationUnitSyntax root) => root
        .DescendantNodes(node => node is CompilationUnitSyntax or GlobalStatementSyntax or StatementSyntax and not LocalFunctionStatementSyntax)
        .Any(node => node is ReturnStatementSyntax { Expression: not null });

    private static Func<object?[], Task<object?>> EntryPoint(Assembly assembly, IMethodSymbol entryPoint)
    {
        var type = assembly.GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!;
        return type.GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }

    private static CompilationException Failure(IEnumerable<Diagnostic> diagnostics, string origin)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        var own = errors.Find(error => error.Location.GetLineSpan().Path == origin);
        return new CompilationException(
            [.. errors.Select(error => Describe(error, origin))], own is null ? 0 : own.Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    private static string Describe(Diagnostic diagnostic, string origin)
    {
        var span = diagnostic.Location.GetLineSpan();
        var file = !span.IsValid || span.Path == origin ? "" : span.Path;
        var kind = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return string.Create(CultureInfo.InvariantCulture,
            $"{file}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {kind} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }
}
