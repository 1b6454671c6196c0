using System.Globalization;
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
    public void A_caption_says_how_well_the_medians_are_known_and_whether_time_ran_out()
    {
        var sure = new LadderResult(Times(("one", 4)), [], 1000);
        Assert.EndsWith("the least certain is known to 0.0 % with 95 % confidence.", CostFigures.Ladder("A ladder", sure, s_machine).Caption, StringComparison.Ordinal);
        var noisy = new ComparisonResult([new("one", 1, 1, [1, 2, 3])], 3, Confident: false);
        Assert.EndsWith("known to 50 % with 95 % confidence, less well than was asked for: the machine had other things to do.",
            CostFigures.DebugTrap(noisy, s_machine).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trap_tells_which_loops_were_optimised()
    {
        var times = Times(("a", 1), ("b", 2));
        times = times with { Timings = [times.Timings[0], times.Timings[1] with { Optimised = false }] };
        Assert.StartsWith("Compiled with optimisation: a. Without: b. On Some CPU, 256-bit registers.", CostFigures.DebugTrap(times, s_machine).Caption, StringComparison.Ordinal);
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
    public void Sizes_have_the_middle_half_of_the_rounds_as_a_band_and_say_how_many_are_certain()
    {
        ComparisonResult spread = new([new("copy", 1, 1, [1, 2, 3, 4, 5])], 5, Confident: false);
        var figure = CostFigures.Sizes(new SizeSweepResult([128, 1024], [spread, Times(("copy", 2))]), s_machine, "copy");
        Assert.Contains("1 of 2 sizes are known as well as was asked for, the least certain median to 67 %", figure.Caption, StringComparison.Ordinal);
        // KiB, median, lower and upper quartile.
        Assert.Equal([1.0, 3.0, 2.0, 4.0], figure.Table.Rows[0].Select(cell => Convert.ToDouble(cell, CultureInfo.InvariantCulture)).Take(4));
    }

    [Fact]
    public void The_roof_has_a_line_for_each_memory_and_names_its_points()
    {
        var roofline = new Roofline("Some CPU", 1e11, [new("L1", 1, 2e11), new("DRAM", 2, 1e10)]);
        // 8 KiB are in the first cache, 8 MiB in none; a nanosecond per element is 10^9 operations per second, a quarter of DRAM's 4 x 10^9.
        var figure = CostFigures.Roof(roofline,
            RooflinePoint.Of(new("max", 8, 1), new("", 1024, 1, [1]), roofline, s_machine),
            RooflinePoint.Of(new("sigmoid", 8, 24), new("", 1 << 20, 1, [2]), roofline, s_machine));
        Assert.Contains("L1, 200 GB/s", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("DRAM, 10 GB/s", figure.Alternative, StringComparison.Ordinal);
        Assert.Contains("max, 8 KiB at (0.125, 1)", figure.Alternative, StringComparison.Ordinal);
        Assert.EndsWith("each reaches: max, 8 KiB 4.0 % (L1), sigmoid, 8 MiB 40 % (DRAM).", figure.Caption, StringComparison.Ordinal);
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
        Assert.Contains("is both: fast, middle, close. Medians on Some CPU", CostFigures.Pareto(costs, s_machine).Caption, StringComparison.Ordinal);

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
    public void Shares_are_per_cent_of_the_layer_and_only_what_is_below_0_is_called_noise()
    {
        var figure = CostFigures.LayerShares("Shares", ["full", "depthwise"], s_machine, new BarSeries("Sigmoid", [2, 50]) { Low = [1, 49], High = [3, 51] });
        Assert.Contains("depthwise (50) and full (2)", figure.Alternative, StringComparison.Ordinal);
        Assert.EndsWith("Sigmoid 2.0 to 50.0 %.", figure.Caption, StringComparison.Ordinal);
        var fused = CostFigures.LayerShares("Shares", ["full"], s_machine, new BarSeries("Relu", [-0.5]));
        Assert.EndsWith("Relu −0.5 to −0.5 %. Below 0 is noise: an activation takes no time away.", fused.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void The_roofline_of_a_chip_is_flat_from_where_its_special_functions_decide()
    {
        // 2 multiprocessors x 10 results x 10^9 a second are 20 x 10^9; over 4 x 10^9 bytes a second that is a corner at 5 per byte.
        var figure = CostFigures.GpuRoof([new Accelerator("chip", 2, 1, 1e12, 10, 4e9, "source")]);
        Assert.Contains("The corners lie at 5.0 to 5.0 special functions per byte; a sigmoid does 0.25 in float32 and 0.5 in float16", figure.Caption, StringComparison.Ordinal);
        Assert.Equal(20.0, (double)figure.Table.Rows[^1][1]!, 1e-9);
        Assert.Contains("Vertical line at 0.25: sigmoid, float32", figure.Alternative, StringComparison.Ordinal);
        // All chips of the course are far from their corners: memory decides.
        Assert.All(Accelerators.All.Select(Roofline.Of), chip => Assert.True(chip.AttainableSpecial(0.5, chip.Levels[0]) < 0.7 * chip.SpecialFunctionsPerSecond, chip.Machine));
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
