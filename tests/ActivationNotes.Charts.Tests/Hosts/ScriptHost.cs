using System.Diagnostics;
using System.Text.Json;
using ActivationNotes.Testing;

namespace ActivationNotes.Charts.Tests.Hosts;

/// <summary>Runs the notebook host in small as a process of its own.</summary>
internal static class ScriptHost
{
    /// <summary>Runs it under a culture; what it reports.</summary>
    public static async Task<HostReport> RunAsync(string culture)
    {
        // Both projects are built alike, so the host lies where this one does.
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(Repository.Root, "tests", "ActivationNotes.Charts.TestHost", "bin", here.Parent!.Name, here.Name, "ActivationNotes.Charts.TestHost.dll");
        Assert.True(File.Exists(program), $"{program} is missing: build the solution.");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, Path.Combine(Repository.Root, "lib", "bin"), culture])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<HostReport>(report)!;
    }
}
