using ActivationNotes.Activations;

namespace ActivationNotes.Tests.Activations;

public sealed class ActivationTests
{
    [Fact]
    public void Every_activation_is_found_by_its_name() =>
        Assert.All(Activation.All, activation => Assert.Same(activation, Activation.Named(activation.Info.Name)));

    [Theory]
    [InlineData("sillu", "silu")]
    [InlineData("gelu_tanh", "gelu-tanh")]
    [InlineData("SoftPlus", "softplus")]
    [InlineData("hardswish", "hard-swish")]
    public void An_unknown_name_is_answered_with_the_nearest_and_all_known_names(string name, string nearest)
    {
        var error = Assert.Throws<ArgumentException>(() => Activation.Named(name));
        Assert.Contains($"\"{name}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains($"nearest name is \"{nearest}\"", error.Message, StringComparison.Ordinal);
        Assert.All(Activation.All, activation => Assert.Contains(activation.Info.Name, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(64, 0)]
    public void Spans_of_different_lengths_are_refused_naming_both_lengths(int inputs, int outputs)
    {
        foreach (var activation in Activation.All)
        {
            Action[] calls =
            [
                () => activation.Values(new double[inputs], new double[outputs]),
                () => activation.Values(new float[inputs], new float[outputs]),
                () => activation.Derivatives(new double[inputs], new double[outputs]),
                () => activation.Derivatives(new float[inputs], new float[outputs]),
            ];
            foreach (var call in calls)
            {
                var error = Assert.Throws<ArgumentException>(call);
                Assert.Contains($"x has {inputs} elements", error.Message, StringComparison.Ordinal);
                Assert.Contains($"y has {outputs}", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void An_output_that_begins_inside_its_input_is_refused()
    {
        var both = new float[20];
        foreach (var activation in Activation.All)
        {
            var error = Assert.Throws<ArgumentException>(() => activation.Values(both.AsSpan(0, 16), both.AsSpan(4, 16)));
            Assert.Contains("4 elements", error.Message, StringComparison.Ordinal);
        }
    }
}
