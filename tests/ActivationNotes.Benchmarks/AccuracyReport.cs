using System.Globalization;
using ActivationNotes.Activations;
using ActivationNotes.Numbers;

namespace ActivationNotes.Benchmarks;

/// <summary>The largest errors of all activations against exact values, as a Markdown table: how many doubles (or floats) apart, and at which input.</summary>
internal static class AccuracyReport
{
    private sealed record Sample(double X, double Exact);

    private sealed record Worst(double Error, double X)
    {
        public override string ToString() => Error == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{Error:0} at {X:G6}");
    }

    /// <summary>Reads the files and prints the table.</summary>
    public static void Print(IReadOnlyList<string> files)
    {
        if (files.Count == 0) files = Directory.GetFiles(ReferenceFolder(), "*.csv");
        var rows = files.SelectMany(File.ReadLines).Where(line => !line.StartsWith("name,", StringComparison.Ordinal))
            .Select(line => line.Split(',')).ToLookup(row => row[0]);
        Console.WriteLine("| activation | points | value: scalar | span | floats | derivative: scalar | span | floats |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var activation in Activation.All)
        {
            var name = activation.Info.Name;
            var value = Samples(rows[name], 2);
            var derivative = Samples(rows[name], 3);
            Worst[] errors =
            [
                Scalar(value, activation.Value), Doubles(value, activation.Values), Floats(value, activation.Values),
                Scalar(derivative, activation.Derivative), Doubles(derivative, activation.Derivatives), Floats(derivative, activation.Derivatives),
            ];
            Console.WriteLine($"| {name} | {value.Length} | {string.Join(" | ", errors.Select(error => error.ToString()))} |");
        }
    }

    private delegate void Spans<T>(ReadOnlySpan<T> x, Span<T> y);

    private static Sample[] Samples(IEnumerable<string[]> rows, int column) =>
        [.. rows.Where(row => row[column].Length > 0).Select(row => new Sample(Number(row[1]), Number(row[column])))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Worst Scalar(Sample[] samples, Func<double, double> function) =>
        Largest(samples, sample => Ulp.Distance(function(sample.X), sample.Exact));

    private static Worst Doubles(Sample[] samples, Spans<double> function)
    {
        var y = new double[samples.Length];
        function([.. samples.Select(sample => sample.X)], y);
        var index = 0;
        return Largest(samples, sample => Ulp.Distance(y[index++], sample.Exact));
    }

    private static Worst Floats(Sample[] samples, Spans<float> function)
    {
        samples = [.. samples.Where(sample => (float)sample.X == sample.X)];
        var y = new float[samples.Length];
        function([.. samples.Select(sample => (float)sample.X)], y);
        var index = 0;
        return Largest(samples, sample => Ulp.Distance(y[index++], (float)sample.Exact));
    }

    private static Worst Largest(Sample[] samples, Func<Sample, double> error)
    {
        var worst = new Worst(0, 0);
        foreach (var sample in samples)
        {
            var now = error(sample);
            if (now > worst.Error) worst = new Worst(now, sample.X);
        }

        return worst;
    }

    private static string ReferenceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ActivationNotes.sln")))
                return Path.Combine(folder.FullName, "tests", "ActivationNotes.Tests", "Reference");
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds ActivationNotes.sln: name the CSV files as arguments.");
    }
}
