using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace ActivationNotes.Kernel.Tests.Clients;

/// <summary>The classic notebook, whose require.js owns <c>define</c>, in a headless Chromium.</summary>
public sealed class ClassicNotebookTests
{
    private const string Notebook = "/usr/bin/jupyter-notebook";
    private const string Token = "of-this-test-only";
    private const string Lesson = "01-the-sigmoid.ipynb";

    private static readonly string s_artifacts = Path.Combine(Debian.Root, "artifacts", "screenshots");

    [Fact]
    public async Task Lesson_01_runs_and_its_figures_are_drawn()
    {
        using var debian = new Debian(Notebook);
        Assert.SkipUnless(File.Exists(Path.Combine(Debian.Root, "lib", "bin", "ActivationNotes.Charts.dll")), "The libraries of the lessons are not built.");
        var chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1", "REQUIRE_BROWSER is 1, but Chromium is not installed.");
            Assert.Skip("Chromium is not installed.");
        }

        // A copy, so that nothing the client saves reaches the repository.
        var course = Directory.CreateDirectory(Path.Combine(debian.Folder, "course")).FullName;
        Directory.CreateDirectory(Path.Combine(course, "notebooks"));
        File.Copy(Path.Combine(Debian.Root, "notebooks", Lesson), Path.Combine(course, "notebooks", Lesson));
        Directory.CreateSymbolicLink(Path.Combine(course, "lib"), Path.Combine(Debian.Root, "lib"));
        Directory.CreateSymbolicLink(Path.Combine(course, "data"), Path.Combine(Debian.Root, "data"));

        var port = FreePort();
        using var server = debian.Start(Notebook, ["--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port.ToString(CultureInfo.InvariantCulture)}",
            "--port-retries=0", $"--NotebookApp.token={Token}", $"--notebook-dir={course}"], course);
        try
        {
            server.OutputDataReceived += (_, _) => { };
            server.ErrorDataReceived += (_, _) => { };
            server.BeginOutputReadLine();
            server.BeginErrorReadLine();
            await WaitForAsync(port, server);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 900 } });
            page.SetDefaultTimeout(120_000);
            var failures = new List<string>();
            page.PageError += (_, error) => failures.Add(error);
            var elsewhere = new List<string>();
            page.Request += (_, request) =>
            {
                if (new Uri(request.Url) is { Scheme: "http" or "https", Host: not "127.0.0.1" } other) elsewhere.Add(other.Host);
            };
            await page.GotoAsync($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/notebooks/notebooks/{Lesson}?token={Token}");
            await page.WaitForFunctionAsync("() => window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.get_cells().length > 10");
            await page.EvaluateAsync("() => Jupyter.notebook.execute_all_cells()");
            await page.WaitForFunctionAsync("() => Jupyter.notebook.get_cells().every(cell => cell.cell_type !== 'code' || typeof cell.input_prompt_number === 'number')");
            Assert.Equal(0, await page.Locator(".output_error, .output_stderr").CountAsync());

            // Figures draw themselves when they come into view.
            var figures = await page.EvaluateAsync<int>("""
                () => Jupyter.notebook.get_cells().flatMap(cell => cell.output_area ? cell.output_area.outputs : [])
                    .filter(output => output.data && output.data['application/vnd.activationnotes.figure+json']).length
                """);
            Assert.True(figures >= 5, $"Only {figures} figures.");
            var cells = page.Locator("#notebook-container > .cell");
            for (var cell = 0; cell < await cells.CountAsync(); cell++) await cells.Nth(cell).ScrollIntoViewIfNeededAsync();
            await page.WaitForFunctionAsync("figures => document.querySelectorAll('.js-plotly-plot .main-svg').length >= figures", figures);

            Directory.CreateDirectory(s_artifacts);
            await page.EvaluateAsync("() => { for (const id of ['site', 'notebook']) { const e = document.getElementById(id); e.style.height = 'auto'; e.style.overflow = 'visible'; } document.body.style.overflow = 'visible'; document.body.style.position = 'static'; }");
            await page.ScreenshotAsync(new() { Path = Path.Combine(s_artifacts, "classic-notebook-lesson-01.png"), FullPage = true });
            Assert.Empty(failures);
            // The classic notebook itself asks a server for MathJax; nothing of the lesson asks anybody.
            Assert.DoesNotContain(elsewhere, host => !host.EndsWith("mathjax.org", StringComparison.Ordinal) && !host.EndsWith("cloudflare.com", StringComparison.Ordinal));
        }
        finally
        {
            if (!server.HasExited) server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task WaitForAsync(int port, Process server)
    {
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 300; attempt++)
        {
            Assert.False(server.HasExited, "jupyter notebook ended.");
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/api?token={Token}"), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }

        Assert.Fail("jupyter notebook does not answer.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
