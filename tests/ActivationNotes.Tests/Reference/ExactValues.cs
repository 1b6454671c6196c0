using System.Globalization;

namespace ActivationNotes.Tests.Reference;

/// <summary>The reference files of this folder.</summary>
public static class ExactValues
{
    /// <summary>All rows of all files, by activation.</summary>
    public static ILookup<string, ExactValue> ByName { get; } = Directory.GetFiles(Folder(), "*.csv").Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadLines(file).Skip(1)).Select(Parse).ToLookup(row => row.Name);

    private static ExactValue Parse(string line)
    {
        var cells = line.Split(',');
        return new(cells[0], Number(cells[1]), Number(cells[2]), cells[3].Length == 0 ? null : Number(cells[3]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Reference");
}
