using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Language;

public sealed class CompletionTests(TestClient client) : IClassFixture<TestClient>
{
    [Theory]
    [InlineData("Console.Wri", "WriteLine")]
    [InlineData("\"text\".Sub", "Substring")]
    [InlineData("new List<int>().Whe", "Where")]
    [InlineData("using System.Te", "Text")]
    [InlineData("disp", "display")]
    [InlineData("5.Disp", "Display")]
    [InlineData("fore", "foreach")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"\nConsole.Wri", "WriteLine")]
    [InlineData("#!time\nConsole.Wri", "WriteLine")]
    [InlineData("#r \"nuget: \"\nConsole.Wri", "WriteLine")]
    [InlineData("#r \"no-such.dll\"\nConsole.Wri", "WriteLine")]
    public void It_offers_what_may_follow(string code, string expected) => Assert.Contains(expected, Complete(code));

    [Fact]
    public void It_knows_the_variables_types_and_usings_of_earlier_cells_also_of_those_that_failed_to_compile()
    {
        client.Execute("using System.IO;\nvar measured = 1.5;\nclass Neuron { public double Rate; }\nvar neuron = new Neuron();");
        client.Execute("does not compile");
        Assert.Contains("measured", Complete("meas"));
        Assert.Contains("Neuron", Complete("Neur"));
        Assert.Contains("Rate", Complete("neuron.Ra"));
        Assert.Contains("GetExtension", Complete("Path.GetEx"));
    }

    [Fact]
    public void It_knows_the_packages_libraries_and_files_of_earlier_cells()
    {
        TestAssembly.Compile(Path.Combine(client.Folder, "Weights.dll"), "public static class Weights { public static double Largest => 1; }");
        File.WriteAllText(Path.Combine(client.Folder, "loaded.csx"), "double Loaded(double x) => x;");
        foreach (var cell in new[] { "#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics;", "#r \"Weights.dll\"", "#load \"loaded.csx\"\nvar besideTheFile = 2;" })
            Assert.Equal("ok", (string?)client.Execute(cell)["status"]);
        Assert.Contains("GoldenRatio", Complete("Constants.Gold"));
        Assert.Contains("Largest", Complete("Weights.La"));
        Assert.Contains("besideTheFile", Complete("beside"));
        Assert.Contains("Loaded", Complete("Loade"));
        Assert.Contains("double Constants.GoldenRatio", (string?)client.Request("inspect_request",
            new JsonObject { ["code"] = "Constants.GoldenRatio", ["cursor_pos"] = 15 })["data"]!["text/plain"], StringComparison.Ordinal);
        // What the editor was asked leaves the cells as they were.
        Assert.Equal("ok", (string?)client.Execute("display(Constants.GoldenRatio + Weights.Largest + Loaded(besideTheFile));")["status"]);
    }

    [Fact]
    public void It_offers_folders_and_files_inside_the_quotes_of_r_and_load()
    {
        Directory.CreateDirectory(Path.Combine(client.Folder, "parts"));
        foreach (var file in new[] { "parts/One.dll", "parts/one.txt", "parts/two.csx", "parts/three.cs", "parts/four.ipynb" })
            File.WriteAllText(Path.Combine(client.Folder, file), "");
        Assert.Contains("parts/", Complete("#r \"pa"));
        Assert.Equal(["../", "One.dll"], Complete("#r \"parts/"));
        Assert.Equal(["../", "three.cs", "two.csx"], Complete("var x = 1;\n#load \"parts/"));
        Assert.Equal(["four.ipynb"], Complete("#!import parts/fo"));
        Assert.Empty(Complete("#r \"no-such-folder/"));
    }

    [Fact]
    public void The_places_it_replaces_are_counted_in_code_points()
    {
        var code = "var s = \"\U0001F600\"; Console.Wri";
        var reply = client.Request("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length - 1 });
        Assert.Contains("WriteLine", reply["matches"]!.AsArray().Select(match => (string?)match));
        Assert.Equal(code.Length - 1 - "Wri".Length, (int?)reply["cursor_start"]);
        Assert.Equal(code.Length - 1, (int?)reply["cursor_end"]);
    }

    [Fact]
    public void It_completes_in_the_middle_of_a_cell()
    {
        var code = "Console.Wri\nvar after = 1;";
        var reply = client.Request("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = 11 });
        Assert.Contains("WriteLine", reply["matches"]!.AsArray().Select(match => (string?)match));
        Assert.Equal(8, (int?)reply["cursor_start"]);
    }

    [Fact]
    public void It_says_of_what_kind_each_match_is()
    {
        var reply = client.Request("complete_request", new JsonObject { ["code"] = "Console.Wri", ["cursor_pos"] = 11 });
        var types = reply["metadata"]!["_jupyter_types_experimental"]!.AsArray();
        Assert.Contains(types, type => (string?)type!["text"] == "WriteLine" && (string?)type["type"] == "method");
    }

    [Fact]
    public void It_answers_while_a_cell_runs()
    {
        var running = client.Begin("while (true) { }");
        Assert.Contains("WriteLine", Complete("Console.Wri"));
        client.Request("interrupt_request", [], control: true);
        Assert.Equal("KeyboardInterrupt", (string?)client.Finish(running)["ename"]);
    }

    [Fact]
    public void It_knows_the_latest_declaration_of_a_name_and_what_functions_give()
    {
        client.Execute("var again = 1; int[] Row(int n) => new int[n];");
        client.Execute("var again = \"text\"; record Point(double X, double Y); var points = new List<Point>();");
        client.Execute("enum Kind { Near, Far }\nstatic double Half(this double x) => x / 2;");
        Assert.Contains("Substring", Complete("again.Sub"));
        Assert.Contains("Length", Complete("Row(3).Len"));
        Assert.Contains("Y", Complete("points[0]."));
        Assert.Contains("Far", Complete("Kind."));
        Assert.Contains("Half", Complete("2.5.Ha"));
    }

    private string[] Complete(string code) => [.. client.Request("complete_request",
        new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length })["matches"]!.AsArray().Select(match => (string)match!)];
}
