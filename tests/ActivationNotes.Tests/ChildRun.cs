using System.Diagnostics;

namespace ActivationNotes.Tests;

/// <summary>Runs tests of this assembly in a process of their own, whose runtime starts with other settings.</summary>
internal static class ChildRun
{
    /// <summary>Runs them and fails with what they said when one fails.</summary>
    /// <param name="settings">Environment variables of the process.</param>
    /// <param name="tests">Which: options of the test runner.</param>
    public static async Task PassAsync(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> tests)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, tests)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0, await output + await errors);
        Assert.Matches(@"Total: [1-9]\d*, Errors: 0, Failed: 0, Skipped: 0", await output);
    }
}
