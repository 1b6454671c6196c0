using ActivationNotes.Optimizers;

namespace ActivationNotes.Tests.Optimizers;

// The loss is a w^2 / 2 for each weight, so the gradient is a w, and every rule's path can be written down.
public sealed class OptimizerTests
{
    private static readonly double[] Curvatures = [1, 10];

    [Fact]
    public void Gradient_descent_shrinks_each_weight_by_its_own_factor()
    {
        var path = Path(new GradientDescent<double>(0.05), 30);
        for (var step = 0; step <= 30; step++)
        {
            Assert.Equal(Math.Pow(1 - 0.05 * 1, step), path[step][0], 1e-14);
            Assert.Equal(Math.Pow(1 - 0.05 * 10, step), path[step][1], 1e-14);
        }
    }

    [Fact]
    public void Momentum_follows_its_linear_recurrence_of_second_order()
    {
        var path = Path(new Momentum<double>(0.02, 0.9), 40);
        foreach (var (i, curvature) in Curvatures.Index())
            for (var step = 2; step <= 40; step++)
                Assert.Equal((1 + 0.9 - 0.02 * curvature) * path[step - 1][i] - 0.9 * path[step - 2][i], path[step][i], 1e-13);
    }

    [Fact]
    public void RmsProp_divides_by_the_root_of_the_weighted_sum_of_all_squares()
    {
        var path = Path(new RmsProp<double>(0.01, 0.9, 1e-8), 20);
        foreach (var (i, curvature) in Curvatures.Index())
            for (var step = 1; step <= 20; step++)
            {
                var square = Enumerable.Range(0, step).Sum(past => 0.1 * Math.Pow(0.9, step - 1 - past) * Math.Pow(curvature * path[past][i], 2));
                Assert.Equal(path[step - 1][i] - 0.01 * curvature * path[step - 1][i] / (Math.Sqrt(square) + 1e-8), path[step][i], 1e-13);
            }
    }

    [Fact]
    public void Adam_divides_weighted_means_each_corrected_for_the_weights_that_are_still_missing()
    {
        var path = Path(new Adam<double>(0.01, 0.9, 0.99, 1e-6), 20);
        foreach (var (i, curvature) in Curvatures.Index())
            for (var step = 1; step <= 20; step++)
            {
                double Mean(double decay, int power) =>
                    Enumerable.Range(0, step).Sum(past => (1 - decay) * Math.Pow(decay, step - 1 - past) * Math.Pow(curvature * path[past][i], power)) / (1 - Math.Pow(decay, step));
                Assert.Equal(path[step - 1][i] - 0.01 * Mean(0.9, 1) / (Math.Sqrt(Mean(0.99, 2)) + 1e-6), path[step][i], 1e-13);
            }
    }

    [Fact]
    public void The_first_step_of_Adam_is_the_learning_rate_whatever_the_gradient()
    {
        foreach (var gradient in new[] { 1e-3, 1.0, 1e6 })
        {
            double[] weight = [0];
            new Adam<double>(0.1).Step(weight, [gradient]);
            Assert.Equal(-0.1, weight[0], 1e-5);
        }
    }

    [Fact]
    public void Floats_and_doubles_go_the_same_way()
    {
        var (narrow, wide) = (new Adam<float>(0.01), new Adam<double>(0.01));
        float[] single = [1, -2];
        double[] twice = [1, -2];
        for (var step = 0; step < 50; step++)
        {
            narrow.Step(single, [single[0], 10 * single[1]]);
            wide.Step(twice, [twice[0], 10 * twice[1]]);
        }
        Assert.All(single.Zip(twice), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void Another_number_of_parameters_than_before_is_named()
    {
        var optimizer = new GradientDescent<double>(0.1);
        optimizer.Step([1.0, 2.0], [0.0, 0.0]);
        Assert.Contains("3 parameters", Assert.Throws<ArgumentException>(() => optimizer.Step([1.0, 2.0, 3.0], [0.0, 0.0, 0.0])).Message, StringComparison.Ordinal);
        Assert.Contains("gradient of 1", Assert.Throws<ArgumentException>(() => optimizer.Step([1.0, 2.0], [0.0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientDescent<double>(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum<double>(0.1, 1));
    }

    private static double[][] Path(Optimizer<double> optimizer, int steps)
    {
        double[] weights = [1, 1];
        var path = new List<double[]> { (double[])weights.Clone() };
        for (var step = 0; step < steps; step++)
        {
            optimizer.Step(weights, [.. weights.Zip(Curvatures, (weight, curvature) => weight * curvature)]);
            path.Add((double[])weights.Clone());
        }
        return [.. path];
    }
}
