using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using ActivationNotes.Charts.TestHost;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.FSharp.Collections;

// dotnet ActivationNotes.Charts.TestHost.dll LIBRARIES [CULTURE]: runs figures.csx against the libraries in a folder and writes a
// HostReport as JSON. A thread of its own, as notebook hosts run cells, and everything under the culture that was asked for.
var libraries = Path.GetFullPath(args[0]);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(args.ElementAtOrDefault(1) ?? "");
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;

// The host uses its own F# Core before any cell runs, as .NET Interactive does.
_ = ListModule.OfSeq([1, 2, 3]);

HostReport? report = null;
Exception? failure = null;
var thread = new Thread(() =>
{
    try
    {
        report = Run().GetAwaiter().GetResult();
    }
    catch (Exception error)
    {
        failure = error;
    }
});
thread.Start();
thread.Join();
if (report is null)
{
    await Console.Error.WriteLineAsync(failure!.ToString());
    return 1;
}

await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report));
return 0;

async Task<HostReport> Run()
{
    var source = string.Concat(new[] { "ActivationNotes.dll", "ActivationNotes.Charts.dll" }.Select(library => $"#r \"{Path.Combine(libraries, library)}\"\n"))
        + await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "figures.csx"));
    var options = ScriptOptions.Default
        .WithReferences(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal)))
        .WithImports("System", "System.Collections.Generic", "System.Linq");
    var figures = await CSharpScript.EvaluateAsync<Dictionary<string, string>>(source, options);
    var assemblies = AssemblyLoadContext.All.SelectMany(context => context.Assemblies.Select(assembly => Loaded(assembly, context)));
    return new HostReport(CultureInfo.CurrentCulture.Name, figures, [.. assemblies.OrderBy(assembly => assembly.Name, StringComparer.Ordinal)]);
}

static LoadedAssembly Loaded(Assembly assembly, AssemblyLoadContext context) =>
    new(assembly.GetName().Name ?? "", assembly.GetName().Version?.ToString() ?? "", context.Name ?? context.GetType().Name);
