using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActivationNotes.Data;

namespace ActivationNotes.Tests.Data;

public sealed partial class DataFolderTests
{
    private static readonly string ReadMe = CourseData.PathOf("README.md");

    [Fact]
    public void The_list_of_the_data_names_every_file_with_the_number_of_its_rows()
    {
        var folder = Path.GetDirectoryName(ReadMe)!;
        var listed = Row().Matches(File.ReadAllText(ReadMe)).ToDictionary(
            row => row.Groups["file"].Value, row => int.Parse(row.Groups["rows"].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var found = Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Where(name => name != "README.md")
            .ToDictionary(name => name, name => Rows(Path.Combine(folder, name)), StringComparer.Ordinal);
        Assert.Equal(found.OrderBy(file => file.Key, StringComparer.Ordinal), listed.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    // The digits alone have no header.
    private static int Rows(string path) => Path.GetExtension(path) == ".json"
        ? JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetArrayLength()
        : File.ReadLines(path).Count(line => line.Length > 0) - (Path.GetFileName(path) == "digits.csv" ? 0 : 1);

    [GeneratedRegex(@"^\| `(?<file>[^`]+)` \|[^|]*\| (?<rows>\d+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
