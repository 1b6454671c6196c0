namespace ActivationNotes.Course.Tests.Sessions;

/// <summary>However a kernel dies: the report names the notebook, the cell, and why as far as it can be known.</summary>
public sealed class KernelDeathTests
{
    [Theory]
    [InlineData("kernel-dies", "cell called Environment.Exit(7)")]
    [InlineData("kernel-overflows-its-stack", "was ended by signal 6: its stack overflowed: most likely something calls itself without end. The last it wrote:\nStack overflow.\n")]
    [InlineData("kernel-fails-fast", "was ended by signal 6: something called Environment.FailFast. The last it wrote:\nProcess terminated.\nthe cell gave up\n")]
    [InlineData("kernel-writes-where-it-must-not", "was ended by signal 6: the runtime failed: most likely unsafe code or a native library wrote where it must not. The last it wrote:\nFatal error.")]
    [InlineData("kernel-is-killed", "was ended by signal 9: somebody killed it, often because the machine ran out of memory\n")]
    public async Task The_report_names_the_cell_and_the_reason(string fixture, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX.");
        using var course = new CourseFolder(fixture);
        var result = await course.InvokeAsync("run", $"notebooks/{fixture}.ipynb");
        Assert.Equal(1, result.Code);
        Assert.Contains($"notebooks/{fixture}.ipynb, cell 1: the kernel died\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ActivationNotes.Kernel.", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(course.Executed(fixture)));
    }

    [Fact]
    public async Task A_stack_overflow_shows_which_call_went_round()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX.");
        using var course = new CourseFolder("kernel-overflows-its-stack");
        var result = await course.InvokeAsync("run", "notebooks/kernel-overflows-its-stack.ipynb");
        Assert.Contains("Depth", result.Error[result.Error.IndexOf("Stack overflow.", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_on_another_thread_is_reported_where_it_struck_with_where_it_came_from()
    {
        using var course = new CourseFolder("kernel-dies-on-another-thread");
        var result = await course.InvokeAsync("run", "notebooks/kernel-dies-on-another-thread.ipynb");
        Assert.Contains("notebooks/kernel-dies-on-another-thread.ipynb, cell 2: the kernel died\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: nobody listens\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("cell 1:line 5", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exhausted_memory_is_the_cells_error()
    {
        using var course = new CourseFolder("exhausts-memory");
        using var tool = ToolProcess.StartThrough(["env", "DOTNET_GCHeapHardLimit=0x8000000"], course, "run", "notebooks/exhausts-memory.ipynb");
        var result = await tool.EndAsync();
        Assert.Equal(1, result.Code);
        Assert.Contains("notebooks/exhausts-memory.ipynb, cell 1", result.Error, StringComparison.Ordinal);
        Assert.Contains("OutOfMemoryException", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ActivationNotes", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_whose_kernel_died_does_not_hold_up_the_others()
    {
        using var course = new CourseFolder("kernel-is-killed", "runs");
        var result = await course.InvokeAsync("build");
        Assert.Contains("1 of 2 notebooks failed.", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(course.Executed("runs")));
    }
}
