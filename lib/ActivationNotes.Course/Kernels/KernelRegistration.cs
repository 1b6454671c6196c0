using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Kernels;

/// <summary>Registers the course's kernel where Jupyter and VS Code look for kernels.</summary>
public static partial class KernelRegistration
{
    private const string Mark = "activationnotes";

    /// <summary>Writes the kernelspec.</summary>
    /// <param name="dataFolder">Jupyter's data folder ("~/.local/share/jupyter").</param>
    /// <param name="name">The name Jupyter shall know the kernel by.</param>
    /// <param name="assembly">ActivationNotes.Kernel.dll.</param>
    /// <returns>The folder it was written into.</returns>
    /// <exception cref="CourseException">The name is impossible or another kernel's, the kernel is not built, or the folder cannot be written.</exception>
    public static string Install(string dataFolder, string name, string assembly)
    {
        if (!File.Exists(assembly)) throw new CourseException($"The kernel {assembly} is not built. Run: dotnet build");
        var folder = Folder(dataFolder, name);
        if (Directory.Exists(folder) && !IsOurs(folder))
            throw new CourseException($"{folder} belongs to another kernel and was left alone. Choose another name with --name.");
        var temporary = $"{folder}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(temporary);
            foreach (var (file, content) in Files(assembly)) File.WriteAllBytes(Path.Combine(temporary, file), content);
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.Move(temporary, folder);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            throw new CourseException($"{folder} cannot be written: {FileTrouble.Describe(error)}", error);
        }
    }

    /// <summary>Removes the kernelspec.</summary>
    /// <param name="dataFolder">Jupyter's data folder.</param>
    /// <param name="name">The name Jupyter knows the kernel by.</param>
    /// <returns>The folder it was in.</returns>
    /// <exception cref="CourseException">There is none of that name, it is another kernel's, or it cannot be removed.</exception>
    public static string Uninstall(string dataFolder, string name)
    {
        var folder = Folder(dataFolder, name);
        if (!Directory.Exists(folder)) throw new CourseException($"There is no kernel \"{name}\" in {Path.GetDirectoryName(folder)}.");
        if (!IsOurs(folder)) throw new CourseException($"{folder} belongs to another kernel and was left alone.");
        try
        {
            Directory.Delete(folder, recursive: true);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CourseException($"{folder} cannot be removed: {FileTrouble.Describe(error)}", error);
        }
    }

    /// <summary>The files of the kernelspec: kernel.json and the logos.</summary>
    /// <param name="assembly">Where ActivationNotes.Kernel.dll will be; may begin with the placeholder {resource_dir}.</param>
    public static IEnumerable<(string Name, byte[] Content)> Files(string assembly)
    {
        yield return ("kernel.json", Encoding.UTF8.GetBytes(JsonText.Indented(Spec(assembly))));
        foreach (var logo in new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg" })
        {
            using var resource = typeof(KernelRegistration).Assembly.GetManifestResourceStream(logo)!;
            using var content = new MemoryStream();
            resource.CopyTo(content);
            yield return (logo, content.ToArray());
        }
    }

    private static JsonObject Spec(string assembly) => new()
    {
        ["argv"] = new JsonArray("dotnet", assembly, "{connection_file}"),
        ["display_name"] = "C# (ActivationNotes)",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["env"] = new JsonObject(),
        ["metadata"] = new JsonObject { ["debugger"] = false, [Mark] = true },
    };

    private static string Folder(string dataFolder, string name) => Name().IsMatch(name)
        ? Path.Combine(dataFolder, "kernels", name)
        : throw new CourseException($"\"{name}\" cannot be the name of a kernel: letters, digits, dots, - and _ alone.");

    private static bool IsOurs(string folder)
    {
        try
        {
            return JsonText.Parse(File.ReadAllBytes(Path.Combine(folder, "kernel.json")))?["metadata"]?[Mark]?.GetValueKind() == JsonValueKind.True;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9._-]*[A-Za-z0-9_-][A-Za-z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
