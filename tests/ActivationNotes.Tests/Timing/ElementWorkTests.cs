using ActivationNotes.Testing;
using ActivationNotes.Timing;

namespace ActivationNotes.Tests.Timing;

public sealed class ElementWorkTests
{
    private static readonly MachineInfo s_machine = new("Some CPU", 2, [new(1, 32 << 10), new(2, 1 << 20)], 256, ".NET", "Linux", "unknown");

    [Fact]
    public void The_longest_of_moving_computing_and_special_functions_decides()
    {
        var level = new MemoryLevel("memory", 0, 1e9);
        Roofline Machine(double arithmetic, double special) => new("none", arithmetic, [level], special);
        var work = new ElementWork("some", Bytes: 8, Operations: 4, SpecialFunctions: 2);
        Assert.Equal(8, work.LeastNanoseconds(Machine(1e9, 1e9), level), 1e-9);
        Assert.Equal(40, work.LeastNanoseconds(Machine(1e8, 1e9), level), 1e-9);
        Assert.Equal(20, work.LeastNanoseconds(Machine(1e9, 1e8), level), 1e-9);
        Assert.Equal(8, work.LeastNanoseconds(Machine(1e9, 0), level), 1e-9);
    }

    [Fact]
    public void The_operations_of_the_vector_sigmoid_are_those_that_its_source_has()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "lib", "ActivationNotes", "Kernels", "Exponential.cs"));
        string Between(string from, string to) => source[source.IndexOf(from, StringComparison.Ordinal)..] is var rest ? rest[..rest.IndexOf(to, from.Length, StringComparison.Ordinal)] : "";
        int Count(string text, string what) => text.Split(what).Length - 1;
        // RoundProduct holds one more.
        var multiplyAdds = Count(Between("public static T FusedLogisticParts", "/// <summary>"), "T.FusedMultiplyAdd(") + 1;
        Assert.Equal(9, multiplyAdds);
        Assert.Equal(2 * multiplyAdds + 5, ElementWork.VectorSigmoid.Operations);
        Assert.Equal(3, new ElementWork("some", 8, 24).OperationsPerByte);
    }

    [Fact]
    public void A_point_stands_under_the_roof_of_the_memory_that_holds_its_data()
    {
        var roofline = new Roofline("Some CPU", 1e11, [new("L1", 1, 2e11), new("L2", 1, 1e11), new("DRAM", 2, 1e10)]);
        RooflinePoint Point(int elements) => RooflinePoint.Of(ElementWork.Max, new("max", elements, 1, [0.5]), roofline, s_machine);
        Assert.Equal(["L1", "L2", "L2", "DRAM"], new[] { 4095, 4096, 131_071, 131_072 }.Select(elements => Point(elements).Level.Name));
        // 2 x 10^9 operations a second; DRAM feeds 10^10 / 8 of them.
        Assert.Equal(2e9, Point(1 << 20).OperationsPerSecond, 1);
        Assert.Equal(1.6, Point(1 << 20).ShareOfRoof, 1e-9);
    }

    [Fact]
    public void Right_of_the_corner_arithmetic_is_the_roof_and_left_of_it_memory()
    {
        // The corner of L1 lies at half an operation per byte, that of DRAM at ten.
        var roofline = new Roofline("Some CPU", 1e11, [new("L1", 1, 2e11), new("L2", 1, 1e11), new("DRAM", 2, 1e10)]);
        bool IsArithmetic(double operations, int elements) =>
            RooflinePoint.Of(new("work", 8, operations), new("work", elements, 1, [0.5]), roofline, s_machine).IsHeldByArithmetic(roofline);
        Assert.Equal([false, true, false, true], [IsArithmetic(1, 1024), IsArithmetic(24, 1024), IsArithmetic(24, 1 << 20), IsArithmetic(88, 1 << 20)]);
    }

    [Fact]
    public void A_comparison_is_as_uncertain_as_its_least_certain_median()
    {
        var result = new ComparisonResult([new("sure", 1, 1, [2, 2, 2]), new("unsure", 1, 1, [1, 2, 3])], 3, Confident: false);
        Assert.Equal(0, result["sure"].Uncertainty);
        Assert.Equal(0.5, result["unsure"].Uncertainty);
        Assert.Equal(0.5, result.Uncertainty);
    }
}
