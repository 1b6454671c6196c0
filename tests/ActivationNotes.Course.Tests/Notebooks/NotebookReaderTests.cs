using System.Text;
using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Notebooks;

public sealed class NotebookReaderTests
{
    [Theory]
    [InlineData("not-json", "not JSON at line 3, column 1")]
    [InlineData("empty", "the file is empty")]
    [InlineData("binary", "the file is binary")]
    [InlineData("format-3", "is of nbformat 3; only nbformat 4 can be run. Convert it")]
    [InlineData("no-cells", "has no cells")]
    [InlineData("missing", "there is no such file")]
    public void What_is_no_notebook_is_named_with_what_is_wrong(string fixture, string problem)
    {
        var path = CourseFolder.Fixture(fixture);
        var error = Assert.Throws<NotebookException>(() => NotebookReader.Read(path, fixture + ".ipynb"));
        Assert.StartsWith($"{fixture}.ipynb: {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_kind_of_cell_is_named_with_its_number()
    {
        var error = Assert.Throws<NotebookException>(() => NotebookReader.Read(CourseFolder.Fixture("unknown-cell-type"), "x.ipynb"));
        Assert.Equal("x.ipynb, cell 2: has the unknown cell_type \"heading\"; nbformat 4 knows code, markdown and raw.", error.Message);
        Assert.Equal(2, error.Cell);
    }

    [Theory]
    [InlineData("wrong-id", "x.ipynb, cell 2: \"id\" is not a text.")]
    [InlineData("wrong-output", "x.ipynb, cell 1: output 2: \"text\" is not a text.")]
    public void A_member_of_the_wrong_type_is_named_with_its_cell(string fixture, string message) =>
        Assert.Equal(message, Assert.Throws<NotebookException>(() => NotebookReader.Read(CourseFolder.Fixture(fixture), "x.ipynb")).Message);

    [Theory]
    [InlineData("\"output_type\":5")]
    [InlineData("\"name\":{}")]
    [InlineData("\"ename\":[]")]
    [InlineData("\"evalue\":1")]
    [InlineData("\"traceback\":\"line\"")]
    [InlineData("\"traceback\":[1]")]
    [InlineData("\"data\":[]")]
    [InlineData("\"metadata\":1")]
    public void So_is_one_of_an_output(string member)
    {
        var text = $$"""{"nbformat":4,"cells":[{"cell_type":"code","source":"","outputs":[{{{member}}}]}]}""";
        var error = Assert.Throws<NotebookException>(() => NotebookReader.Parse(Encoding.UTF8.GetBytes(text), "x.ipynb"));
        Assert.StartsWith($"x.ipynb, cell 1: output 1: {member.Split(':')[0]} is not ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "nbformat")]
    [InlineData("{\"nbformat\":5,\"cells\":[]}", "newer")]
    [InlineData("{\"nbformat\":4}", "\"cells\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[1]}", "cell 1: is not a JSON object")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":1}]}", "\"source\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":{}}]}", "\"outputs\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"execution_count\":\"1\"}]}", "\"execution_count\" is not a number")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"raw\",\"source\":\"\",\"metadata\":{\"tags\":[1]}}]}", "\"metadata.tags\"")]
    public void A_wrong_shape_is_told_apart(string text, string part)
    {
        var error = Assert.Throws<NotebookException>(() => NotebookReader.Parse(Encoding.UTF8.GetBytes(text), "x.ipynb"));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(CourseFolder.Fixture("runs"))];
        Assert.Equal(3, NotebookReader.Parse(bytes, "runs.ipynb").Cells.Count);
    }
}
