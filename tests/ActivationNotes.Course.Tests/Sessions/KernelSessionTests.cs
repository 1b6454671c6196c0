using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Sessions;

public sealed class KernelSessionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernel-session-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_time_it_takes_to_store_outputs_is_not_the_cells()
    {
        var clock = new SkippingClock();
        var stored = new List<string>();
        await using var session = await KernelSession.StartAsync(KernelSpec.Own(Workspace.Find(AppContext.BaseDirectory).Kernel), _folder, clock, TestContext.Current.CancellationToken);
        var reply = await session.ExecuteAsync(
            "display(1); display(2); display(3); System.IO.File.WriteAllText(\"done\", \"\");", [], Store, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.False(reply.TimedOut);
        Assert.Equal("ok", reply.Status);
        Assert.Equal(["display_data", "display_data", "display_data"], stored);

        void Store(KernelMessage message)
        {
            stored.Add(message.Type);
            if (stored.Count > 1) return;
            // The cell is at its end; its reply follows at once.
            Assert.True(SpinWait.SpinUntil(() => File.Exists(Path.Combine(_folder, "done")), TimeSpan.FromMinutes(1)));
            Thread.Sleep(2_000);
            clock.Skip(TimeSpan.FromHours(1));
        }
    }
}
