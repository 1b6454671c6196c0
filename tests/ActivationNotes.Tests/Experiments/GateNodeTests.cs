using ActivationNotes.Experiments;
using CsCheck;

namespace ActivationNotes.Tests.Experiments;

public sealed class GateNodeTests
{
    private static readonly Gen<double> Input = Gen.Double[-3, 3];

    [Fact]
    public void Gradients_agree_with_central_differences_for_any_inputs() =>
        Gen.Select(Input, Input, Input, Input, Input).Sample((w0, x0, w1, x1, bias) =>
        {
            double[] at = [w0, x0, w1, x1, bias];
            var inputs = at.Select((value, i) => GateNode.Input($"x{i}", value)).ToArray();
            Neuron(inputs).Backward();
            for (var i = 0; i < at.Length; i++)
            {
                const double h = 1e-5;
                double Moved(double by) => Neuron([.. at.Select((value, j) => GateNode.Input("", j == i ? value + by : value))]).Value;
                Assert.Equal((Moved(h) - Moved(-h)) / (2 * h), inputs[i].Gradient, 1e-9);
            }
        });

    [Fact]
    public void The_sigmoid_as_one_gate_and_as_four_gives_the_same_gradient() =>
        Input.Sample(x =>
        {
            var (one, four) = (GateNode.Input("x", x), GateNode.Input("x", x));
            GateNode.Sigmoid(one).Backward();
            GateNode.SigmoidFromParts(four).Backward();
            Assert.Equal(one.Gradient, four.Gradient, 1e-15);
        });

    [Fact]
    public void A_value_that_is_read_twice_collects_both_gradients()
    {
        var x = GateNode.Input("x", 3);
        (x * x + x).Backward();
        Assert.Equal(2 * 3 + 1, x.Gradient);
    }

    [Fact]
    public void The_upstream_gradient_scales_everything_and_a_second_pass_starts_anew()
    {
        var x = GateNode.Input("x", 2);
        var y = -x + 5;
        y.Backward();
        y.Backward(-10);
        Assert.Equal(10, x.Gradient);
        Assert.Equal(3, y.Value);
    }

    [Fact]
    public void Every_gate_comes_after_those_it_reads()
    {
        var y = Neuron([.. Enumerable.Range(0, 5).Select(i => GateNode.Input($"x{i}", i))]);
        var order = y.InOrder();
        Assert.Equal(5 + 4 + 4, order.Count);
        foreach (var (index, node) in order.Index())
            Assert.All(node.Inputs, input => Assert.True(order.Index().Single(entry => ReferenceEquals(entry.Item, input)).Index < index));
    }

    private static GateNode Neuron(GateNode[] x) => GateNode.SigmoidFromParts(x[0] * x[1] + x[2] * x[3] + x[4]);
}
