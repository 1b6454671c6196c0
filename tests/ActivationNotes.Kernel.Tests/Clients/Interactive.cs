using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Clients;

/// <summary>The genuine .NET Interactive, registered with Jupyter under the name that lessons ask for.</summary>
internal static class Interactive
{
    /// <summary>Where CI installs it: dotnet tool install Microsoft.dotnet-interactive --tool-path artifacts/interactive.</summary>
    public static string Tool => Path.Combine(Debian.Root, "artifacts", "interactive", OperatingSystem.IsWindows() ? "dotnet-interactive.exe" : "dotnet-interactive");

    // shared/Microsoft.NETCore.App/VERSION lies three folders below it.
    private static string DotnetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Puts it in the place of the course's own kernel; skips the test where it is not installed, unless the environment says it must be.</summary>
    public static void Register(Debian debian)
    {
        if (!File.Exists(Tool))
        {
            Assert.False(Environment.GetEnvironmentVariable("REQUIRE_INTERACTIVE") == "1", $"REQUIRE_INTERACTIVE is 1, but {Tool} is missing.");
            Assert.Skip($"{Tool} is missing; .ci/run installs it.");
        }

        File.WriteAllText(Path.Combine(debian.Folder, "kernels", ".net-csharp", "kernel.json"), new JsonObject
        {
            // Its web server would listen to the whole network.
            ["argv"] = new JsonArray(Tool, "jupyter", "--default-kernel", "csharp", "{connection_file}", "--http-local-only"),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["env"] = new JsonObject { ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_ROOT"] = DotnetRoot },
        }.ToJsonString());
    }
}
