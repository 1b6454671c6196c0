using System.Text.Json.Nodes;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Commands;

public sealed class KernelCommandTests
{
    [Fact]
    public async Task An_installed_kernel_is_one_Jupyter_can_start()
    {
        using var course = new CourseFolder();
        var result = await course.InvokeAsync("kernel", "install", "--prefix", "env", "--name", "cs");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var folder = Path.Combine(course.Root, "env", "share", "jupyter", "kernels", "cs");
        var spec = KernelSpec.Read(folder, "cs");
        Assert.Equal(("C# (ActivationNotes)", "C#", false), (spec.DisplayName, spec.Language, spec.InterruptsBySignal));
        Assert.True(File.Exists(spec.Arguments[1]), spec.Arguments[1]);
        byte[] png = [0x89, 0x50, 0x4E, 0x47];
        Assert.All(["logo-32x32.png", "logo-64x64.png"], logo => Assert.Equal(png, File.ReadAllBytes(Path.Combine(folder, logo))[..4]));
        await using var session = await KernelSession.StartAsync(spec, course.Root, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal("C#", session.Language);
        Assert.Equal("ok", (await session.ExecuteAsync("1 + 1", [], _ => { }, null, TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task Installing_twice_is_fine_and_uninstalling_removes_it()
    {
        using var course = new CourseFolder();
        await course.InvokeAsync("kernel", "install", "--prefix", "env");
        Assert.Equal(0, (await course.InvokeAsync("kernel", "install", "--prefix", "env")).Code);
        Assert.Equal(0, (await course.InvokeAsync("kernel", "uninstall", "--prefix", "env")).Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(course.Root, "env", "share", "jupyter", "kernels")));
        var again = await course.InvokeAsync("kernel", "uninstall", "--prefix", "env");
        Assert.Equal(2, again.Code);
        Assert.StartsWith("There is no kernel \"activationnotes\" in ", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kernel_of_somebody_else_is_left_alone()
    {
        using var course = new CourseFolder();
        var folder = Path.Combine(course.Root, "env", "share", "jupyter", "kernels", ".net-csharp");
        Directory.CreateDirectory(folder);
        var theirs = new JsonObject { ["argv"] = new JsonArray("dotnet"), ["display_name"] = ".NET (C#)" }.ToJsonString();
        await File.WriteAllTextAsync(Path.Combine(folder, "kernel.json"), theirs, TestContext.Current.CancellationToken);
        foreach (var verb in new[] { "install", "uninstall" })
        {
            var result = await course.InvokeAsync("kernel", verb, "--prefix", "env", "--name", ".net-csharp");
            Assert.Equal(2, result.Code);
            Assert.Contains("belongs to another kernel and was left alone", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(theirs, await File.ReadAllTextAsync(Path.Combine(folder, "kernel.json"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("")]
    public async Task A_name_that_is_no_folder_name_is_refused(string name)
    {
        using var course = new CourseFolder();
        var result = await course.InvokeAsync("kernel", "install", "--prefix", "env", "--name", name);
        Assert.Equal(2, result.Code);
        Assert.False(Directory.Exists(Path.Combine(course.Root, "env")));
    }
}
