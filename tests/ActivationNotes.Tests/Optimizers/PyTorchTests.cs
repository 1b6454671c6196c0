using System.Numerics;
using System.Text.Json;
using ActivationNotes.Optimizers;

namespace ActivationNotes.Tests.Optimizers;

/// <summary>Against steps of torch.optim: <c>Reference/optimizer_oracle.py</c> made them and says with what.</summary>
public sealed class PyTorchTests
{
    private static readonly JsonElement s_expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "optimizers.json"))).RootElement;

    [Theory]
    [InlineData("gradient descent")]
    [InlineData("momentum")]
    [InlineData("rmsprop")]
    [InlineData("adam")]
    public void Every_step_of_a_rule_ends_where_that_of_PyTorch_ends(string rule)
    {
        AssertSameTrajectory<double>(rule, 1e-13);
        AssertSameTrajectory<float>(rule, 1e-5);
    }

    private static void AssertSameTrajectory<T>(string rule, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Optimizer<T> optimizer = rule switch
        {
            "gradient descent" => new GradientDescent<T>(0.1),
            "momentum" => new Momentum<T>(0.1, 0.9),
            "rmsprop" => new RmsProp<T>(0.01, 0.99, 1e-8),
            _ => new Adam<T>(0.01, 0.9, 0.999, 1e-8),
        };
        var place = Numbers<T>(s_expected.GetProperty("start"));
        var gradients = s_expected.GetProperty("gradients").EnumerateArray();
        var places = s_expected.GetProperty("trajectories").GetProperty(rule).EnumerateArray().ToArray();
        Assert.Equal(5, places.Length);
        foreach (var (gradient, expected) in gradients.Zip(places))
        {
            optimizer.Step(place, Numbers<T>(gradient));
            Assert.All(Numbers<double>(expected).Zip(place), pair => Assert.Equal(pair.First, double.CreateChecked(pair.Second), tolerance));
        }
    }

    private static T[] Numbers<T>(JsonElement list)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. list.EnumerateArray().Select(number => T.CreateChecked(number.GetDouble()))];
}
