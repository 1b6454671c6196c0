using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Sessions;

public sealed class KernelProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernel-process-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Placeholders_of_a_kernelspec_are_filled_as_Jupyter_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The kernel of this test is a shell.");
        var variables = new Dictionary<string, string> { ["A"] = "${HOME}/bin:$HOME", ["B"] = "$$1", ["C"] = "${NOT_THERE_AT_ALL} 5$" };
        var spec = new KernelSpec("mine", "Mine", "sh", ["sh", "-c", "echo \"$A|$B|$C|{prefix}|{resource_dir}\" > written.txt"], variables, true, "/opt/env/share/jupyter/kernels/mine");
        using var kernel = KernelProcess.Start(spec, _folder);
        await kernel.WaitForExitAsync(TestContext.Current.CancellationToken);
        var home = Environment.GetEnvironmentVariable("HOME");
        Assert.Equal($"{home}/bin:{home}|$1|${{NOT_THERE_AT_ALL}} 5$|/opt/env|/opt/env/share/jupyter/kernels/mine\n", await File.ReadAllTextAsync(Path.Combine(_folder, "written.txt"), TestContext.Current.CancellationToken));
    }
}
