using ActivationNotes.Activations;
using ActivationNotes.Experiments;
using MathNet.Numerics.Random;

namespace ActivationNotes.Tests.Experiments;

public sealed class MemoryCellTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("sigmoid")]
    [InlineData("softsign")]
    public void The_gradient_through_all_steps_is_what_small_moves_of_each_parameter_measure(string? gate)
    {
        var random = new MersenneTwister(5);
        var cell = new MemoryCell(gate is null ? null : Activation.Named(gate), units: 3, gap: 4, random);
        var sequences = MemorySequences.Draw(count: 6, gap: 4, noise: 0.5, random);
        var gradient = cell.Backward(sequences, _ => { });
        for (var i = 0; i < cell.Parameters.Length; i++)
        {
            double LossAt(double step)
            {
                cell.Parameters[i] += step;
                var loss = cell.Loss(sequences);
                cell.Parameters[i] -= step;
                return loss;
            }
            Assert.Equal((LossAt(1e-5) - LossAt(-1e-5)) / 2e-5, gradient[i], 1e-8);
        }
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("hard-sigmoid")]
    [InlineData("relu")]
    [InlineData("gelu")]
    public void Every_gate_starts_open_by_the_same_share(string name)
    {
        var gate = Activation.Named(name);
        Assert.All([0.5, 0.1, 0.0125], opening => Assert.Equal(opening, gate.Value(MemoryCell.BiasFor(gate, opening)), 1e-14));
    }

    [Fact]
    public void The_bias_of_a_sigmoid_gate_is_the_log_odds() =>
        Assert.Equal(-Math.Log(99), MemoryCell.BiasFor(Activation.Named("sigmoid"), 0.01), 1e-12);

    [Fact]
    public void What_is_never_positive_is_no_gate() =>
        Assert.Contains("cannot be a gate", Assert.Throws<ArgumentException>(() => MemoryCell.BiasFor(Activation.Named("log-sigmoid"), 0.5)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_long_gradient_is_cut_to_norm_one_and_keeps_its_direction()
    {
        var random = new MersenneTwister(1);
        var cell = new MemoryCell(Activation.Named("sigmoid"), units: 2, gap: 3, random);
        for (var i = 1; i <= 3; i++) cell.Parameters[^i] *= 40;                // the answer's: large scores, surely wrong for some
        var sequences = MemorySequences.Draw(count: 4, gap: 3, noise: 0.5, random);
        var (whole, cut) = (cell.Backward(sequences, _ => { }), cell.Gradient(sequences));
        var norm = Math.Sqrt(whole.Sum(g => g * g));
        Assert.True(norm > 1, $"The gradient is only {norm} long; the test needs a longer one.");
        Assert.All(whole.Zip(cut), pair => Assert.Equal(pair.First / norm, pair.Second, 1e-14));
    }

    [Fact]
    public void An_open_gate_is_no_gate_and_a_closed_one_keeps_the_state()
    {
        var sequences = MemorySequences.Draw(count: 5, gap: 6, noise: 0.5, new MersenneTwister(3));
        var ungated = new MemoryCell(null, units: 2, gap: 6, new MersenneTwister(9));
        var gated = new MemoryCell(Activation.Named("hard-sigmoid"), units: 2, gap: 6, new MersenneTwister(9));
        var (affine, width) = (2 * 5, 5);
        Array.Copy(ungated.Parameters, gated.Parameters, affine);
        Array.Copy(ungated.Parameters, affine, gated.Parameters, 2 * affine, 3);
        Array.Clear(gated.Parameters, affine, affine);
        foreach (var (bias, expected) in new[] { (100.0, ungated.Loss(sequences)), (-100.0, Math.Log(1 + Math.Exp(0))) })
        {
            gated.Parameters[affine + width - 1] = gated.Parameters[affine + 2 * width - 1] = bias;
            // With a closed gate the units stay 0, so the answer is 1/2 whatever the bit was: ln 2, up to the answer's bias of 0.
            Assert.Equal(expected, gated.Loss(sequences), 1e-12);
        }
    }
}
