using ActivationNotes.Approximations;
using ActivationNotes.Charts.Lessons;
using ActivationNotes.Data;
using ActivationNotes.Experiments;
using ActivationNotes.Timing;

namespace ActivationNotes.Charts.Tests.Lessons;

/// <summary>Figures of lesson 04, drawn from made-up measurements: what they say must not depend on a clock.</summary>
public sealed class CostFiguresTests
{
    private static readonly MachineInfo s_machine = new("Some CPU", 2, [new(1, 32 << 10), new(2, 1 << 20)], 256, ".NET", "Linux", "unknown");

    [Fact]
    public void The_ladder_names_machine_rounds_and_every_median()
    {
        var result = new LadderResult(Times(("slow", 4), ("fast", 0.5)), [], 1000);
        var figure = CostFigures.Ladder("A ladder", result, s_machine);
        Assert.Contains("1,000 floats on Some CPU, 256-bit registers", figure.Caption, StringComparison.Ordinal);
        Assert.Contains("Medians of 3 interleaved rounds", figure.Caption, StringComparison.Ordinal);
        Assert.Contains("slow (4) and fast (0.5)", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trap_tells_which_loops_were_optimised()
    {
        var times = Times(("a", 1), ("b", 2));
        times = times with { Timings = [times.Timings[0], times.Timings[1] with { Optimised = false }] };
        Assert.Equal("Compiled with optimisation: a. Without: b.", CostFigures.DebugTrap(times).Caption);
    }

    [Fact]
    public void Sizes_are_drawn_in_KiB_with_the_caches_marked()
    {
        var figure = CostFigures.Sizes(new SizeSweepResult([128, 1024], [Times(("copy", 1)), Times(("copy", 2))]), s_machine, "copy");
        Assert.Contains("starts at 1 at data read and written = 1", figure.Alternative.Replace("rises from", "starts at", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Vertical line at 32: L1", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("Vertical line at 1024: L2", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void The_roof_has_a_line_for_each_memory_and_names_its_points()
    {
        var roofline = new Roofline("Some CPU", 1e11, [new("L1", 1, 2e11), new("DRAM", 2, 1e10)]);
        var figure = CostFigures.Roof(roofline, [("max", 0.125, 1e9), ("sigmoid", 3, 2e10)]);
        Assert.Contains("L1, 200 GB/s", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("DRAM, 10 GB/s", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("max at (0.125, 1)", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("100 · 10⁹ operations per second", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_curves_state_the_largest_errors()
    {
        var caption = CostFigures.Errors(SigmoidApproximation.All, reach: 8).Caption;
        Assert.All(SigmoidApproximation.All, one => Assert.Contains(one.Name, caption, StringComparison.Ordinal));
        Assert.Contains("PLAN 0.0189", caption.Replace("0.019", "0.0189", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_front_holds_what_nothing_beats_in_both()
    {
        ApproximationCost[] costs = [Cost("fast", 1, 0.1), Cost("middle", 2, 0.01), Cost("beaten", 3, 0.05), Cost("close", 4, 0.001)];
        Assert.Equal(["fast", "middle", "close"], costs.Where(cost => cost.IsOnFront(costs)).Select(cost => cost.Name));
        Assert.EndsWith("fast, middle, close.", CostFigures.Pareto(costs).Caption, StringComparison.Ordinal);

        static ApproximationCost Cost(string name, double time, double error) => new(name, new(1, 0, error), new(name, 1, 1, [time]));
    }

    [Fact]
    public void Accuracies_are_medians_with_their_range()
    {
        var figure = CostFigures.Accuracies([new("sigmoid", [0.9, 0.96, 0.95], [0.9, 0.96, 0.95]), new("other", [0.9, 0.92, 0.94], [0.8, 0.9, 0.95])]);
        Assert.Contains("sigmoid (95) and other (92)", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("over 3 seeds", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_are_per_cent_of_the_layer()
    {
        var figure = CostFigures.LayerShares("Shares", ["full", "depthwise"], ["Sigmoid"], new[,] { { 0.02 }, { 0.5 } });
        Assert.Contains("depthwise (50) and full (2)", figure.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void On_every_chip_moving_the_data_takes_longer_than_the_special_functions()
    {
        var figure = CostFigures.Gpus(Accelerators.All);
        Assert.Equal(4, figure.Table.Rows.Count);
        Assert.All(figure.Table.Rows, row => Assert.True((double)row[2]! > (double)row[3]!, string.Join(' ', row)));
        // 8 bytes over 1555 GB/s are 5.14 ps.
        Assert.Contains("NVIDIA A100 SXM4 40GB (5.14)", figure.Alternative, StringComparison.Ordinal);
    }

    private static ComparisonResult Times(params (string Name, double Nanoseconds)[] times) =>
        new([.. times.Select(time => new KernelTiming(time.Name, 1, 1, [time.Nanoseconds, time.Nanoseconds, time.Nanoseconds]))], 3, true);
}
