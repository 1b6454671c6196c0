using System.ComponentModel;
using System.Diagnostics;

namespace ActivationNotes.Course.Site;

/// <summary>Chromium without a window: takes pictures and prints.</summary>
public static class HeadlessBrowser
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>Looks for Chromium: the variable CHROMIUM, then the usual names on the PATH; null when there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named) return File.Exists(named) ? named : null;
        string[] names = OperatingSystem.IsWindows() ? ["chrome.exe", "msedge.exe"] : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>Runs the browser once.</summary>
    /// <param name="browser">Its file.</param>
    /// <param name="profile">A folder for what it remembers, to be thrown away afterwards.</param>
    /// <param name="task">The options that say what to do, then the address.</param>
    /// <returns>What it wrote; empty when it could not be started or took too long.</returns>
    public static string Run(string browser, string profile, params IEnumerable<string> task)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[]
                 {
                     "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync", "--disable-extensions", "--hide-scrollbars", $"--user-data-dir={profile}",
                 }.Concat(task))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(s_limit);
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return "";
            }

            errors.GetAwaiter().GetResult();
            return output.GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return "";
        }
    }
}
