using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Sessions;

/// <summary>How a kernel is started: the content of a kernel.json.</summary>
/// <param name="Name">The name Jupyter knows it by.</param>
/// <param name="DisplayName">The name people see.</param>
/// <param name="Language">The language it runs.</param>
/// <param name="Arguments">The command line; "{connection_file}", "{resource_dir}" and "{prefix}" are placeholders.</param>
/// <param name="Environment">Variables added to the environment; "${NAME}" stands for one that is there already.</param>
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
        if (Find(name) is { } found) return found;
        var known = Folders().Select(Path.GetFileName).Distinct().Order(StringComparer.Ordinal).ToArray();
        var list = known.Length == 0 ? "No kernel is installed." : $"Installed are: {string.Join(", ", known)}.";
        throw new CourseException($"There is no Jupyter kernel named \"{name}\". {list} Searched: {string.Join(", ", JupyterPaths.Data().Select(path => Path.Combine(path, "kernels")))}");
    }

    /// <summary>Finds an installed kernel by its name; null when there is none.</summary>
    /// <param name="name">The name of its folder, in any case.</param>
    /// <exception cref="CourseException">Its kernel.json is none.</exception>
    public static KernelSpec? Find(string name) =>
        Folders().FirstOrDefault(folder => string.Equals(Path.GetFileName(folder), name, StringComparison.OrdinalIgnoreCase)) is { } found ? Read(found, Path.GetFileName(found)) : null;

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

    // The first of a name is the one that counts.
    private static IEnumerable<string> Folders() => JupyterPaths.Data().Select(path => Path.Combine(path, "kernels")).Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories).Where(folder => File.Exists(Path.Combine(folder, "kernel.json")));
}
