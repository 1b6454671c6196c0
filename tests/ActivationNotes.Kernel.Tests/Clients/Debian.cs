using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Clients;

/// <summary>Debian's Jupyter, with this kernel registered in a folder of its own.</summary>
public sealed class Debian : IDisposable
{
    /// <summary>Debian's Python, which has Jupyter's libraries.</summary>
    public const string Python = "/usr/bin/python3";

    /// <summary>Skips the test where the program is not installed, unless the environment says it must be.</summary>
    public Debian(string program)
    {
        if (!File.Exists(program))
        {
            Assert.False(Environment.GetEnvironmentVariable("REQUIRE_JUPYTER") == "1", $"REQUIRE_JUPYTER is 1, but {program} is missing.");
            Assert.Skip($"{program} is not installed.");
        }

        Folder = Directory.CreateTempSubdirectory("jupyter-").FullName;
        var specification = Directory.CreateDirectory(Path.Combine(Folder, "kernels", ".net-csharp")).FullName;
        File.WriteAllText(Path.Combine(specification, "kernel.json"), new JsonObject
        {
            ["argv"] = new JsonArray("dotnet", TestClient.KernelFile, "{connection_file}"),
            ["display_name"] = "C# (ActivationNotes)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
        }.ToJsonString());
    }

    /// <summary>Where everything of this test lies.</summary>
    public string Folder { get; }

    /// <summary>The root of the repository.</summary>
    public static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(TestClient.KernelFile)!, "..", "..", ".."));

    /// <summary>Starts a program of Debian's.</summary>
    public Process Start(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Folder,
        };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["JUPYTER_PATH"] = Folder,
            ["JUPYTER_CONFIG_DIR"] = Path.Combine(Folder, "config"),
            ["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data"),
            ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime"),
            ["IPYTHONDIR"] = Path.Combine(Folder, "ipython"),
            ["HOME"] = Folder,
            ["TERM"] = "dumb",
            // Of the home folder that the tests hide, .NET still needs what has been restored.
            ["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        }) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a program of Debian's to its end.</summary>
    /// <returns>Its exit code, and all it wrote.</returns>
    public async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, string? folder = null, string input = "")
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = Start(program, arguments, folder);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation) + await errors;
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A program that is just ending still writes; the temporary folder cleans itself.
        }
    }
}
