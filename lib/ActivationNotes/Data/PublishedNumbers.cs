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
    public static IReadOnlyList<PublishedNumber> Load(string path) =>
    [
        .. CsvFile.ReadTable(path, Header, key: "id").Select(row => new PublishedNumber(
            row.Text("id"), row.Text("quantity"), row.Text("setting"), row.Number("value"), row.Text("unit"), row.Text("source"), row.Text("place"))),
    ];
}
