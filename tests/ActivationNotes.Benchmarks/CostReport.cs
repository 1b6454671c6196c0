using System.Globalization;
using ActivationNotes.Experiments;
using ActivationNotes.Layers;
using ActivationNotes.Timing;

namespace ActivationNotes.Benchmarks;

/// <summary>What lesson 04 measures, as Markdown tables: the machine's roofline, the approximations, activations beside layers.</summary>
internal static class CostReport
{
    /// <summary>Measures and prints.</summary>
    public static void Print()
    {
        var machine = MachineInfo.Current;
        var roofline = Roofline.Measure(machine);
        Table("| one core | |", "|---|--:|", [.. roofline.Levels.Select(level => Row(level.Name, $"{level.BytesPerSecond / 1e9:F0} GB/s")), Row("peak of multiply-adds", $"{roofline.OperationsPerSecond / 1e9:F0} GFLOP/s")]);

        var far = ApproximationCost.TimeAll([16 << 20])[16 << 20];
        Table("| function | ns per element | 16 M | largest distance | largest error, ULP |", "|---|--:|--:|--:|--:|",
            ApproximationCost.MeasureAll().Select(cost => Row(cost.Name, TimeCell.Write(cost.Timing), TimeCell.Write(far[cost.Name]), $"{cost.Errors.Absolute:G3}", $"{cost.Errors.Ulps:G3}")));

        Table("| layer | found in | threads | alone, ms | " + string.Join(" | ", LayerCostExperiment.Activations) + " | Sigmoid, 95 % interval | Sigmoid, profiler |",
            "|---|---|--:|--:|" + string.Concat(LayerCostExperiment.Activations.Select(_ => "--:|")) + "--:|--:|",
            from threads in new[] { 1, machine.Cores }.Distinct()
            from layer in Layer.All
            let cost = new LayerCostExperiment(threads) { Patience = TimeSpan.FromSeconds(2) }.Run(layer)
            let sigmoid = cost["Sigmoid"]
            select Row([layer.Name, layer.Network, $"{threads}", $"{cost.PlainMilliseconds:G3}", .. cost.Costs.Select(one => Percent(one.MedianShare)),
                $"{Percent(sigmoid.ShareInterval.Low)} to {Percent(sigmoid.ShareInterval.High)}", Percent(sigmoid.ProfiledShare)]));
    }

    private static void Table(string heading, string alignment, IEnumerable<string> rows)
    {
        Console.WriteLine(heading);
        Console.WriteLine(alignment);
        foreach (var row in rows) Console.WriteLine(row);
        Console.WriteLine();
    }

    private static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
