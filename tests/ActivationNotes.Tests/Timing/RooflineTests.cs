using ActivationNotes.Data;
using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Timing;

public sealed class RooflineTests
{
    [Fact]
    public void Below_the_ridge_memory_is_the_limit_and_above_it_arithmetic()
    {
        var level = new MemoryLevel("memory", 0, 50);
        var roofline = new Roofline("none", 200, [level]);
        Assert.Equal(4, roofline.Ridge(level));
        Assert.Equal(100, roofline.Attainable(2, level));
        Assert.Equal(200, roofline.Attainable(4, level));
        Assert.Equal(200, roofline.Attainable(40, level));
    }

    [Fact]
    public void A_chips_limits_are_its_makers_figures()
    {
        var chip = new Accelerator("chip", 10, 2, 1e12, 16, 5e11, "source");
        var roofline = Roofline.Of(chip);
        Assert.Equal((1e12, 3.2e11, 5e11), (roofline.OperationsPerSecond, roofline.SpecialFunctionsPerSecond, roofline.Levels[0].BytesPerSecond));
        Assert.Equal(2, roofline.Ridge(roofline.Levels[0]));
    }

    [Fact]
    public void Measured_near_memory_is_faster_than_far_memory_and_registers_faster_than_both()
    {
        var roofline = Roofline.Measure();
        Assert.Equal(["L1", "L2", "L3", "DRAM"], roofline.Levels.Select(level => level.Name));
        // Each figure is the best of its samples, so other work on the machine must hit all samples of one and none of another to turn the
        // order round; the nearest memory is at least three times as fast as the farthest, usually.
        Assert.True(roofline.Levels[0].BytesPerSecond > 1.2 * roofline.Levels[^1].BytesPerSecond, string.Join(", ", roofline.Levels.Select(level => level.ToString())));
        // A register holds its data: more operations per second than floats come from DRAM.
        Assert.True(roofline.Ridge(roofline.Levels[^1]) > 0.25, $"{roofline.OperationsPerSecond} operations per second");
    }
}
