using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ActivationNotes.Course.Tests.Site.Browser;
using Microsoft.Playwright;

namespace ActivationNotes.Course.Tests.Commands;

[Collection(typeof(BrowserTests))]
public sealed class ServeCommandTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_page_reloads_when_its_lesson_changes_shows_what_fails_and_recovers()
    {
        Chromium.Require();
        using var served = await ServedCourse.StartAsync();
        await using var visit = await Visit.OpenAsync(chromium.Running, served.Address + "runs.html", new Reader(), WaitUntilState.Load);
        var (page, problem) = (visit.Page.Locator("body"), visit.Page.Locator("pre.course-problem"));
        await Assertions.Expect(page).ToContainTextAsync("42");

        served.Edit("= 41", "= 98");
        await Assertions.Expect(page).ToContainTextAsync("99");

        var good = served.Edit("answer + 1", "answer + notThere");
        await Assertions.Expect(problem).ToContainTextAsync("notebooks/runs.ipynb, cell 3, line 1: the cell failed");
        await Assertions.Expect(problem).ToHaveRoleAsync(AriaRole.Alert);
        // The page below it is the new one, as far as the lesson came.
        await Assertions.Expect(page).ToContainTextAsync("This lesson stopped here.");
        Assert.NotEqual("rgba(0, 0, 0, 0)", await problem.EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor"));

        await File.WriteAllTextAsync(served.Course.Notebook("runs"), good.Replace("Every cell", "Each cell", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Assertions.Expect(page).ToContainTextAsync("Each cell");
        await Assertions.Expect(problem).ToHaveCountAsync(0);
        Assert.Empty(visit.Problems);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_lesson_that_fails_from_the_start_shows_why_and_then_all_of_it()
    {
        using var course = new CourseFolder("fails");
        using var tool = ToolProcess.Start(course, "serve", "--watch");
        var address = await ServedCourse.AddressAsync(tool);
        using var client = new HttpClient();
        using (var response = await client.GetAsync(address, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("notebooks/fails.ipynb, cell 2, line 3: the cell failed", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        File.Copy(CourseFolder.Fixture("runs"), course.Notebook("fails"), overwrite: true);
        var page = "course-problem";
        while (page.Contains("course-problem", StringComparison.Ordinal))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
            page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task What_changes_while_the_first_build_runs_is_built_too()
    {
        using var course = new CourseFolder("runs");
        var source = await File.ReadAllTextAsync(course.Notebook("runs"), TestContext.Current.CancellationToken);
        // The cell changes its own notebook, as a writer does who does not wait for the build.
        const string Edit = "System.IO.File.WriteAllText(\\\"runs.ipynb\\\", System.IO.File.ReadAllText(\\\"../next\\\"));";
        await File.WriteAllTextAsync(Path.Combine(course.Root, "next"), source.Replace("Every cell", "Each cell", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(course.Notebook("runs"), source.Replace("answer + 1", Edit, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        using var tool = ToolProcess.Start(course, "serve", "--watch");
        var address = await ServedCourse.AddressAsync(tool);
        using var client = new HttpClient();
        while (!(await client.GetStringAsync(new Uri(address, "runs.html"), TestContext.Current.CancellationToken)).Contains("Each cell", StringComparison.Ordinal)) await Task.Delay(100, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_fault_of_the_tool_is_shown_and_serving_goes_on()
    {
        using var course = new CourseFolder("runs");
        Directory.CreateDirectory(Path.Combine(course.Root, "data"));
        await File.WriteAllTextAsync(Path.Combine(course.Root, "data", "references.json"), """[{"id":"a","title":"T","author":[{"family":"B"}],"issued":{"date-parts":[[1998]]},"URL":"not a url"}]""", TestContext.Current.CancellationToken);
        using var tool = ToolProcess.Start(course, "serve", "--watch");
        var address = await ServedCourse.AddressAsync(tool);
        using var client = new HttpClient();
        using (var response = await client.GetAsync(address, TestContext.Current.CancellationToken))
            Assert.Contains("references.json, work &quot;a&quot;: &quot;not a url&quot; is no address", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(course.Root, "data", "references.json"), "[]", TestContext.Current.CancellationToken);
        while (true)
        {
            using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
            if (response.IsSuccessStatusCode) break;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_what_to_do()
    {
        using var course = new CourseFolder("runs");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var result = await course.InvokeAsync("serve", "--port", port);
        Assert.Equal(2, result.Code);
        Assert.Equal($"Port {port} is taken by another program. Choose another with --port, or leave it out for any free one.\n", result.Error);
        Assert.Equal("", result.Output);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("-1")]
    [InlineData("65536")]
    public async Task A_port_that_is_none_is_answered_with_what_is_allowed(string port)
    {
        using var course = new CourseFolder("runs");
        var result = await course.InvokeAsync("serve", "--port", port);
        Assert.Equal(2, result.Code);
        Assert.Contains($"--port takes a number from 0 (any free one) to 65535, not \"{port}\".", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_well_with_a_page_open_and_leaves_no_process()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX.");
        using var served = await ServedCourse.StartAsync();
        using var client = new HttpClient();
        await using var open = await client.GetStreamAsync(new Uri(served.Address + ".course/events"), TestContext.Current.CancellationToken);
        await served.Tool.SignalAsync("INT");
        Assert.Equal(0, (await served.Tool.EndAsync()).Code);
        Assert.Empty(served.Course.Leftovers());
    }

    [Fact]
    public async Task Other_machines_cannot_reach_it()
    {
        var outside = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address).FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Assert.SkipWhen(outside is null, "This machine has no address but its loopback ones.");
        using var served = await ServedCourse.StartAsync();
        using var socket = new TcpClient();
        var error = await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(outside!, new Uri(served.Address).Port, TestContext.Current.CancellationToken).AsTask());
        Assert.Equal(SocketError.ConnectionRefused, error.SocketErrorCode);
    }
}
