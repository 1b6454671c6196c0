using ActivationNotes.LinearAlgebra;

namespace ActivationNotes.Tests.LinearAlgebra;

public sealed class StepMemoryTests
{
    [Fact]
    public void The_next_step_gets_the_matrices_of_the_one_before_in_the_same_order()
    {
        var memory = new StepMemory();
        var first = Step(memory, (3, 4), (4, 2), (3, 4));
        Assert.Equal(3, first.Distinct(ReferenceEqualityComparer.Instance).Count());
        var second = Step(memory, (3, 4), (4, 2), (3, 4));
        Assert.All(first.Zip(second), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void A_step_that_asks_for_another_shape_or_kind_of_number_gets_a_new_matrix()
    {
        var memory = new StepMemory();
        var first = Step(memory, (3, 4))[0];
        Assert.NotSame(first, Step(memory, (4, 3))[0]);
        using (memory.Begin()) Assert.Equal(4, StepMemory.Take<double>(4, 3).RowCount);
    }

    [Fact]
    public void Outside_of_a_step_and_on_another_thread_every_matrix_is_new()
    {
        var memory = new StepMemory();
        var taken = Step(memory, (2, 2))[0];
        Assert.NotSame(taken, StepMemory.Take<float>(2, 2));
        using (memory.Begin())
        {
            object? elsewhere = null;
            var thread = new Thread(() => elsewhere = StepMemory.Take<float>(2, 2));
            thread.Start();
            thread.Join();
            Assert.NotSame(taken, elsewhere);
            Assert.Same(taken, StepMemory.Take<float>(2, 2));
        }
    }

    [Fact]
    public void A_step_within_a_step_leaves_the_outer_one_as_it_was()
    {
        var (outer, inner) = (new StepMemory(), new StepMemory());
        var before = Step(outer, (2, 2), (2, 2));
        using (outer.Begin())
        {
            Assert.Same(before[0], StepMemory.Take<float>(2, 2));
            Assert.DoesNotContain(Step(inner, (2, 2))[0], before, ReferenceEqualityComparer.Instance);
            Assert.Same(before[1], StepMemory.Take<float>(2, 2));
        }
    }

    private static object[] Step(StepMemory memory, params (int Rows, int Columns)[] shapes)
    {
        using var step = memory.Begin();
        return [.. shapes.Select(shape => (object)StepMemory.Take<float>(shape.Rows, shape.Columns))];
    }
}
