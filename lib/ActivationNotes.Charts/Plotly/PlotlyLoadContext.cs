using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ActivationNotes.Charts.Plotly;

/// <summary>
/// Loads Plotly.NET and everything it needs from the folder <c>plotly</c> beside this library, apart from the host.
/// </summary>
/// <remarks>
/// Notebook hosts bring an F# Core of their own, some older than the one Plotly.NET needs; a process has one default load context
/// and that one cannot hold both. This library therefore names no F# type at all (a test asserts it), hands Plotly.NET only
/// strings, numbers and dictionaries, and everything behind that border is loaded here.
/// </remarks>
internal sealed class PlotlyLoadContext : AssemblyLoadContext
{
    /// <summary>The assemblies that the library itself refers to, or that those need.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Plotly.NET", "Giraffe.ViewEngine", "DynamicObj", "Fable.Core", "Newtonsoft.Json", "FSharp.Core",
    };

    private static readonly Lazy<PlotlyLoadContext> Shared = new(() => new PlotlyLoadContext(FindFolder()));

    private readonly string _folder;

    private PlotlyLoadContext(string folder)
        : base("Plotly.NET of ActivationNotes") => _folder = folder;

    /// <summary>
    /// Answers for Plotly.NET where a host asks for it: in the context this library was loaded into, and in the default one.
    /// It runs before any method of this library, so before anything could ask for a type of Plotly.NET.
    /// </summary>
#pragma warning disable CA2255 // The one thing a module initializer is for: nothing else runs early enough in every host.
    [ModuleInitializer]
    internal static void Hook()
#pragma warning restore CA2255
    {
        Default.Resolving += Resolve;
        if (GetLoadContext(typeof(PlotlyLoadContext).Assembly) is { } own && own != Default) own.Resolving += Resolve;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || !Names.Contains(name)) return null;
        var path = Path.Combine(_folder, name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    // F# Core and Newtonsoft.Json are left to the host unless Plotly.NET itself asks, which comes through Load.
    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName wanted) =>
        wanted.Name is "Plotly.NET" or "DynamicObj" ? Shared.Value.LoadFromAssemblyName(wanted) : null;

    private static string FindFolder()
    {
        var location = typeof(PlotlyLoadContext).Assembly.Location;
        var beside = location.Length > 0 ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
        string[] candidates = [Path.Combine(beside, "plotly"), Path.Combine(AppContext.BaseDirectory, "plotly")];
        return Array.Find(candidates, folder => File.Exists(Path.Combine(folder, "Plotly.NET.dll")))
            ?? throw new FileNotFoundException(
                $"Plotly.NET.dll was not found in {candidates[0]}. Build the solution again (dotnet build), and when you copy "
                + "ActivationNotes.Charts.dll, copy the folder 'plotly' beside it.");
    }
}
