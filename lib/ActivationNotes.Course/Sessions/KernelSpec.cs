using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Sessions;

/// <summary>How a kernel is started: the content of a kernel.json.</summary>
/// <param name="Name">The name Jupyter knows it by.</param>
/// <param name="DisplayName">The name people see.</param>
/// <param name="Language">The language it runs.</param>
/// <param name="Arguments">The command line; "{connection_file}" and "{resource_dir}" are placeholders.</param>
/// <param name="Environment">Variables added to the environment.</param>
/// <param name="InterruptsBySignal">Whether an interrupt is SIGINT to the process, not a message.</param>
/// <param name="Folder">The folder of the kernel.json; empty when there is none.</param>
public sealed record KernelSpec(
    string Name,
    string DisplayName,
    string Language,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    bool InterruptsBySignal,
    string Folder)
{
    /// <summary>The course's own kernel.</summary>
    /// <param name="assembly">ActivationNotes.Kernel.dll.</param>
    /// <exception cref="CourseException">It has not been built.</exception>
    public static KernelSpec Own(string assembly) => File.Exists(assembly)
        ? new KernelSpec("activationnotes", "C# (ActivationNotes)", "C#", ["dotnet", assembly, "{connection_file}"], new Dictionary<string, string>(), false, "")
        : throw new CourseException($"The kernel {assembly} is not built. Run: dotnet build");

    /// <summary>Finds an installed kernel by its name, where Jupyter looks for it.</summary>
    /// <param name="name">The name of its folder, in any case.</param>
    /// <exception cref="CourseException">There is none of that name; the message lists those there are.</exception>
    public static KernelSpec Installed(string name)
    {
        var known = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var root in JupyterPaths.Data().Select(path => Path.Combine(path, "kernels")).Where(Directory.Exists))
        {
            foreach (var folder in Directory.EnumerateDirectories(root).Where(folder => File.Exists(Path.Combine(folder, "kernel.json"))))
            {
                var found = Path.GetFileName(folder);
                if (string.Equals(found, name, StringComparison.OrdinalIgnoreCase)) return Read(folder, found);
                known.Add(found);
            }
        }

        var list = known.Count == 0 ? "No kernel is installed." : $"Installed are: {string.Join(", ", known)}.";
        throw new CourseException($"There is no Jupyter kernel named \"{name}\". {list} Searched: {string.Join(", ", JupyterPaths.Data().Select(path => Path.Combine(path, "kernels")))}");
    }

    /// <summary>Reads a kernel.json.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="name">The name Jupyter knows the kernel by.</param>
    /// <exception cref="CourseException">It is not a kernel.json.</exception>
    public static KernelSpec Read(string folder, string name)
    {
        var file = Path.Combine(folder, "kernel.json");
        try
        {
            if (JsonText.Parse(File.ReadAllBytes(file)) is JsonObject node && node["argv"] is JsonArray { Count: > 0 } arguments)
            {
                return new KernelSpec(
                    name,
                    (string?)node["display_name"] ?? name,
                    (string?)node["language"] ?? "",
                    [.. arguments.Select(argument => (string)argument!)],
                    (node["env"] as JsonObject)?.ToDictionary(pair => pair.Key, pair => (string?)pair.Value ?? "") ?? [],
                    (string?)node["interrupt_mode"] is not "message",
                    folder);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException or ArgumentNullException)
        {
            throw new CourseException($"{file} cannot be used: {error.Message}", error);
        }

        throw new CourseException($"{file} has no list \"argv\", so the kernel \"{name}\" cannot be started.");
    }
}
