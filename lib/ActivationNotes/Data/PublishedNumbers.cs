using System.Globalization;

namespace ActivationNotes.Data;

/// <summary>The published numbers that lessons put beside their own: <c>data/published.csv</c>.</summary>
public static class PublishedNumbers
{
    private static readonly string[] Header = ["id", "quantity", "setting", "value", "unit", "source", "place"];

    private static readonly Lazy<IReadOnlyList<PublishedNumber>> OfTheCourse =
        new(() => Load(CourseData.PathOf("published.csv")));

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<PublishedNumber> All => OfTheCourse.Value;

    /// <summary>One of them.</summary>
    /// <param name="id">Its id in the file.</param>
    /// <exception cref="ArgumentException">There is none of that id; the message lists those there are.</exception>
    public static PublishedNumber Named(string id) =>
        All.FirstOrDefault(number => number.Id == id)
        ?? throw new ArgumentException($"No published number has the id '{id}'. There are: {string.Join(", ", All.Select(number => number.Id))}.", nameof(id));

    /// <summary>The numbers of a file with the columns id, quantity, setting, value, unit, source, place.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not of that form; the message names the line and what is wrong.</exception>
    public static IReadOnlyList<PublishedNumber> Load(string path)
    {
        var numbers = new List<PublishedNumber>();
        foreach (var (line, fields) in CsvFile.Read(path))
        {
            if (line == 1)
            {
                if (!fields.SequenceEqual(Header)) throw CsvFile.Error(path, line, $"the header is not {string.Join(",", Header)}.");
                continue;
            }
            if (fields.Length != Header.Length) throw CsvFile.Error(path, line, $"{fields.Length} values, expected {Header.Length}.");
            var blank = Array.FindIndex(fields, string.IsNullOrWhiteSpace);
            if (blank >= 0) throw CsvFile.Error(path, line, $"'{Header[blank]}' is empty.");
            if (!double.TryParse(fields[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw CsvFile.Error(path, line, $"the value is '{fields[3]}', expected a number.");
            if (numbers.Exists(number => number.Id == fields[0])) throw CsvFile.Error(path, line, $"the id '{fields[0]}' was used before.");
            numbers.Add(new PublishedNumber(fields[0], fields[1], fields[2], value, fields[4], fields[5], fields[6]));
        }
        return numbers;
    }
}
