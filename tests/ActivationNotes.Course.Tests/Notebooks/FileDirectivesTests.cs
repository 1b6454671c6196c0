using ActivationNotes.Course.Notebooks;

namespace ActivationNotes.Course.Tests.Notebooks;

public sealed class FileDirectivesTests
{
    [Theory]
    [InlineData("#r \"../lib/bin/A.dll\"", "../lib/bin/A.dll")]
    [InlineData("  #load \"more.csx\"\n1", "more.csx")]
    [InlineData("#!import other.ipynb\n1", "other.ipynb")]
    [InlineData("1\n#!import \"with space.ipynb\"  ", "with space.ipynb")]
    [InlineData("#!import other.ipynb\r\n#r \"B.dll\"\r\n", "other.ipynb", "B.dll")]
    [InlineData("#r \"nuget: A, 1.0.0\"\n#r \"nuget:B\"")]
    [InlineData("var text = \"#r \\\"x.dll\\\"\"; // #load \"y.csx\"\n#!importer z\n#region \"q\"")]
    public void The_files_that_a_cell_names_are_found(string code, params string[] names) => Assert.Equal(names, FileDirectives.Names(code));

    [Fact]
    public void New_names_change_nothing_else() => Assert.Equal(
        "x;\n #r \"[r a.dll]\" // why\n#!import [!import b.ipynb] \n#!import \"[!import c d.ipynb]\"",
        FileDirectives.Rename("x;\n #r \"a.dll\" // why\n#!import b.ipynb \n#!import \"c d.ipynb\"", (directive, name) => $"[{directive} {name}]"));
}
