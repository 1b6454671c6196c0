using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ActivationNotes.Course;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Benchmarks;

/// <summary>How long a client waits for the course's kernel.</summary>
internal static class KernelReport
{
    private const int TrivialCells = 50;

    /// <summary>Starts a kernel anew for each run, measures, and prints medians with their spread.</summary>
    public static async Task PrintAsync(int runs)
    {
        var spec = KernelSpec.Own(Workspace.Find(AppContext.BaseDirectory).Kernel);
        var folder = Directory.CreateTempSubdirectory("kernel-report-").FullName;
        var measured = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        try
        {
            for (var run = 0; run < runs; run++) await MeasureAsync(spec, folder, measured);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"| what, ms, {runs} starts | median | least | most |\n|---|--:|--:|--:|");
        foreach (var (what, times) in measured)
        {
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times[times.Count / 2]:F0} | {times[0]:F0} | {times[^1]:F0} |"));
        }
    }

    private static async Task MeasureAsync(KernelSpec spec, string folder, Dictionary<string, List<double>> measured)
    {
        var watch = Stopwatch.StartNew();
        using var process = KernelProcess.Start(spec, folder);
        using var client = new KernelClient(process.Connection, TimeProvider.System);
        await AskAsync("kernel_info_request", []);
        Note("start to kernel_info");
        await AskAsync("execute_request", Cell("1 + 1"));
        Note("start to first result");
        for (var cell = 0; cell < TrivialCells; cell++)
        {
            watch.Restart();
            await AskAsync("execute_request", Cell(string.Create(CultureInfo.InvariantCulture, $"1 + {cell}")));
            Note("trivial cell");
        }

        // As an editor does: it says that somebody answers questions, and asks later.
        await AskAsync("execute_request", Cell("await Task.Delay(1500);", allowInput: true));
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        var place = new JsonObject { ["code"] = "Console.Wri", ["cursor_pos"] = 11 };
        watch.Restart();
        await AskAsync("complete_request", place);
        Note("first completion");
        watch.Restart();
        await AskAsync("complete_request", place);
        Note("next completion");
        watch.Restart();
        await AskAsync("inspect_request", new JsonObject { ["code"] = "Math.Sin(1)", ["cursor_pos"] = 7 });
        Note("first inspection");
        client.Send(KernelChannel.Control, "shutdown_request", new JsonObject { ["restart"] = false });
        watch.Restart();
        await process.WaitForExitAsync(CancellationToken.None);
        Note("shutdown");

        void Note(string what)
        {
            if (!measured.TryGetValue(what, out var times)) measured[what] = times = [];
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        async Task AskAsync(string type, JsonObject content)
        {
            var id = client.Send(KernelChannel.Shell, type, (JsonObject)content.DeepClone());
            await foreach (var message in client.Messages.ReadAllAsync())
            {
                if (message.Channel == KernelChannel.Shell && message.ParentId == id) return;
            }

            throw new InvalidOperationException($"The kernel {process.Epitaph()}");
        }
    }

    private static JsonObject Cell(string code, bool allowInput = false) =>
        new() { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["allow_stdin"] = allowInput };
}
