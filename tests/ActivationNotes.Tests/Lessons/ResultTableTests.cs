using System.Numerics;
using ActivationNotes.Lessons;

namespace ActivationNotes.Tests.Lessons;

public sealed class ResultTableTests
{
    [Fact]
    public void Text_is_aligned_and_numbers_have_six_digits() =>
        Assert.Equal("name  value\na     0.333333\nlong  12", new ResultTable(["name", "value"], [["a", 1 / 3.0], ["long", 12]]).ToString());

    [Fact]
    public void Html_names_columns_and_rows_and_escapes_what_it_shows()
    {
        var html = new ResultTable(["a<b", "c"], [["<x>", 1.5]]).ToHtml();
        Assert.Contains("<th scope=\"col\" style=\"text-align:left\">a&lt;b</th>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;x&gt;</th><td style=\"text-align:left\">1.5</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_another_width_is_refused() =>
        Assert.Contains("Row 1 has 1 cells for 2 columns", Assert.Throws<ArgumentException>(
            () => new ResultTable(["a", "b"], [[1, 2], [3]])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_setup_check_names_what_it_found()
    {
        var table = SetupCheck.Run();
        Assert.Equal([".NET", "Machine", "SIMD", "Library", "Images", "Published numbers"], table.Rows.Select(row => row[0]));
        Assert.Equal("1797 handwritten digits", table.Rows[4][1]);
    }

    [Fact]
    public void The_setup_check_says_what_to_do_where_there_are_no_vector_instructions() =>
        Assert.Equal(!Vector.IsHardwareAccelerated, ((string)SetupCheck.Run().Rows[2][2]).Contains("unset DOTNET_EnableHWIntrinsic", StringComparison.Ordinal));

    [Fact]
    public async Task The_setup_check_works_without_vector_instructions() => await ChildRun.PassAsync(
        new Dictionary<string, string> { ["DOTNET_EnableHWIntrinsic"] = "0" },
        "-method", $"{typeof(ResultTableTests).FullName}.{nameof(The_setup_check_says_what_to_do_where_there_are_no_vector_instructions)}");
}
