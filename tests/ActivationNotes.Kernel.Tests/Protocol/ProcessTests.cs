using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Protocol;

/// <summary>The kernel as a process: its signals, its sockets, its end.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TestClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public void The_interrupt_signal_ends_the_cell_and_not_the_kernel()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX.");
        _client.Execute("var kept = 5;");
        var running = _client.Begin("while (true) { }");
        Signal("INT");
        Assert.Equal("KeyboardInterrupt", (string?)_client.Finish(running)["ename"]);
        _client.Execute("kept");
        Assert.Equal("5", _client.Result("text/plain"));
        Signal("INT");
        // A signal takes its time: one that comes late is for the cell that then runs, as it should be.
        Thread.Sleep(500);
        Assert.Equal("ok", (string?)_client.Execute("1")["status"]);
    }

    [Fact]
    public void The_termination_signal_ends_the_kernel_in_good_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX.");
        _client.Execute("1");
        Signal("TERM");
        Assert.True(_client.Process.WaitForExit(30_000));
        Assert.Equal(0, _client.Process.ExitCode);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Shutdown_and_restart_are_answered_before_the_process_ends(bool restart, bool control)
    {
        var reply = _client.Request("shutdown_request", new JsonObject { ["restart"] = restart }, control: control);
        Assert.Equal(("ok", restart), ((string?)reply["status"], (bool?)reply["restart"]));
        Assert.Equal(["busy", "idle"], _client.Published.Concat(_client.Rest()).Select(message => (string?)message.Content["execution_state"]));
        Assert.Equal(0, _client.Process.ExitCode);
    }

    [Fact]
    public void Shutdown_reaches_a_kernel_whose_cell_runs_without_end()
    {
        _client.Begin("while (true) { }");
        _client.Request("shutdown_request", new JsonObject { ["restart"] = true }, control: true);
        Assert.True(_client.Process.WaitForExit(30_000));
    }

    [Fact]
    public void Every_socket_listens_on_the_address_of_the_connection_file_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        var inodes = Directory.EnumerateFiles($"/proc/{_client.Process.Id}/fd")
            .Select(file => new FileInfo(file).LinkTarget ?? "").Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1]).ToHashSet();
        // Columns: number, local address, remote address, state (0A is listening), ..., inode.
        var listening = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(file => File.ReadLines(file).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[3] == "0A" && inodes.Contains(columns[9])).Select(columns => columns[1].Split(':')).ToList();
        Assert.All(listening, address => Assert.Equal("0100007F", address[0]));
        var ports = listening.Select(address => int.Parse(address[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Subset(ports, _client.Ports.ToHashSet());
    }

    [Fact]
    public void A_stack_overflow_leaves_its_reason_on_stderr_and_the_exit_code_of_an_abort()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX.");
        _client.Send("execute_request", new JsonObject { ["code"] = "int Depth(int n) => n + Depth(n + 1); Depth(0)" });
        Assert.True(_client.Process.WaitForExit(60_000));
        Assert.Equal(134, _client.Process.ExitCode);
        Assert.Contains("Stack overflow.", _client.Log, StringComparison.Ordinal);
        Assert.Contains("Depth", _client.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_to_fail_fast_leaves_its_reason_on_stderr()
    {
        _client.Send("execute_request", new JsonObject { ["code"] = "Environment.FailFast(\"the cell gave up\");" });
        Assert.True(_client.Process.WaitForExit(60_000));
        Assert.Contains("the cell gave up", _client.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_a_cell_cannot_have_is_its_error_and_the_kernel_goes_on()
    {
        var reply = _client.Execute("var much = new List<long[]>(); while (true) much.Add(new long[int.MaxValue / 2]);");
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains("OutOfMemoryException", (string?)reply["evalue"], StringComparison.Ordinal);
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _client.Process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
