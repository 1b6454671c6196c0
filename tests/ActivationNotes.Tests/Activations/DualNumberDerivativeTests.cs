using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Tests.Activations;

public sealed class DualNumberDerivativeTests
{
    public static TheoryData<string> Names => [.. Activation.All.Select(activation => activation.Info.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_derivative_written_by_hand_is_the_one_the_chain_rule_gives(string name)
    {
        var activation = Activation.Named(name);
        var random = new Random(20);
        for (var i = 0; i < 20_000; i++)
        {
            var x = (random.NextDouble() - 0.5) * (i % 2 == 0 ? 8 : 80);
            if (activation.Info.Kinks.Contains(x)) continue;
            var dual = activation.Value(DualNumber.Variable(x));
            var written = activation.Derivative(x);

            // The chain rule adds terms that cancel where the derivative is near zero; the largest of them is at most about |x f'|.
            Assert.Equal(activation.Value(x), dual.Value);
            var tolerance = 1e-15 * (1 + Math.Abs(x)) * Math.Max(Math.Abs(written), Math.Min(1, Math.Exp(-Math.Abs(x) / 2)));
            Assert.True(Math.Abs(dual.Derivative - written) <= 8 * tolerance, $"f'({x:R}): by hand {written:R}, by the chain rule {dual.Derivative:R}");
        }
    }
}
