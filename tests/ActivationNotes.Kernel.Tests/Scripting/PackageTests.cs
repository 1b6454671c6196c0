using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ActivationNotes.Kernel.Tests.Scripting;

/// <summary><c>#r "nuget: Name, Version"</c>, through the sources this machine is configured for.</summary>
public sealed class PackageTests(TestClient client) : IClassFixture<TestClient>
{
    [Fact]
    public void A_package_is_restored_once_and_kept_for_the_session()
    {
        Succeeds("#r \"nuget: MathNet.Numerics, 5.0.0\"\nMathNet.Numerics.Constants.Pi.ToString(\"F2\")");
        Assert.Equal("3.14", client.Result("text/plain"));
        Succeeds("#r \"nuget: mathnet.numerics\"\nMathNet.Numerics.Constants.E.ToString(\"F2\")");
        Assert.Equal("2.72", client.Result("text/plain"));
    }

    [Fact]
    public void A_package_brings_what_it_depends_on()
    {
        Succeeds("#r \"nuget: NetMQ, 4.0.4.5\"\ntypeof(NetMQ.NetMQConfig).Assembly.GetName().Name + typeof(AsyncIO.AsyncSocket).Name");
        Assert.Equal("NetMQAsyncSocket", client.Result("text/plain"));
    }

    [Fact]
    public void A_loaded_file_may_ask_for_a_package()
    {
        File.WriteAllText(Path.Combine(client.Folder, "helper.csx"), "#r \"nuget: MathNet.Numerics, 5.0.0\"\ndouble Pi() => MathNet.Numerics.Constants.Pi;");
        Succeeds("#load \"helper.csx\"\nPi().ToString(\"F1\")");
        Assert.Equal("3.1", client.Result("text/plain"));
    }

    [Theory]
    [InlineData("ActivationNotes.No.Such.Package, 1.0.0", "NU1101: Unable to find package ActivationNotes.No.Such.Package. No packages exist with this id in source(s): ")]
    [InlineData("MathNet.Numerics, 77.0.0", "NU1102: Unable to find package MathNet.Numerics with version (>= 77.0.0)")]
    [InlineData("MathNet.Numerics, not.a.version", "not.a.version")]
    [InlineData("MathNet.Numerics 5.0.0", "write #r \"nuget: Name, Version\"")]
    [InlineData("MathNet.Numerics, 5.0.0\" /><Exec Command=\"true", "error CS")]
    [InlineData("", "does not name a package")]
    public void A_package_that_cannot_be_had_says_why_and_spoils_nothing(string package, string reason)
    {
        var (reply, said) = Ask();
        // A registry that cannot answer now (NU1301) has not said no.
        for (var again = 0; again < 3 && said.Contains("NU1301", StringComparison.Ordinal); again++) (reply, said) = Ask();
        Assert.Equal("error", (string?)reply["status"]);
        Assert.True(said.Contains(reason, StringComparison.Ordinal), said);
        Assert.Equal(2, (int?)reply["line"]);
        Succeeds("#r \"nuget: MathNet.Numerics, 5.0.0\"\n1");

        (JsonObject Reply, string Said) Ask()
        {
            var answer = client.Execute($"// first\n#r \"nuget: {package}\"\n1");
            return (answer, client.Stream("stderr") + (string?)answer["evalue"]);
        }
    }

    [Fact]
    public void Another_version_of_a_package_in_use_is_an_error_that_names_both_and_the_way_out()
    {
        using var own = new TestClient();
        Succeeds("#r \"nuget: MathNet.Numerics, 4.15.0\"\nMathNet.Numerics.Constants.Pi", own);
        var reply = own.Execute("// first\n#r \"nuget: MathNet.Numerics, 5.0.0\"\n1");
        Assert.Equal("error", (string?)reply["status"]);
        foreach (var part in new[] { "4.15.0", "5.0.0", "restart the kernel" }) Assert.Contains(part, (string?)reply["evalue"], StringComparison.Ordinal);
        Assert.Equal(2, (int?)reply["line"]);
        Succeeds("#r \"nuget: MathNet.Numerics, 4.15.0\"\n1", own);
    }

    [Fact]
    public void A_source_that_cannot_be_reached_is_named_and_no_longer_used()
    {
        const string Source = "https://127.0.0.1:1/index.json";
        var reply = client.Execute($"#i \"nuget: {Source}\"\n#r \"nuget: ActivationNotes.No.Such.Package, 1.0.0\"\n1");
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains("NU1301", (string?)reply["evalue"], StringComparison.Ordinal);
        Assert.Contains(Source, (string?)reply["evalue"], StringComparison.Ordinal);
        Assert.Contains("No longer used", (string?)reply["evalue"], StringComparison.Ordinal);
        Succeeds("#r \"nuget: Humanizer.Core, 2.14.1\"\ntypeof(Humanizer.StringHumanizeExtensions).Name");
    }

    [Fact]
    public void Kernels_that_ask_for_the_same_packages_at_once_all_get_them()
    {
        using var first = new TestClient();
        using var second = new TestClient();
        using var third = new TestClient();
        TestClient[] clients = [first, second, third];
        // A source of this test only makes a combination nobody has asked for, so that all of them want to restore.
        var cell = new JsonObject { ["code"] = $"#i \"nuget: {client.Folder}\"\n#r \"nuget: MathNet.Numerics, 5.0.0\"\nMathNet.Numerics.Constants.Pi.ToString(\"F2\")" };
        var sent = clients.Select(each => each.Send("execute_request", (JsonObject)cell.DeepClone())).ToList();
        for (var index = 0; index < clients.Length; index++)
        {
            Assert.Equal("ok", (string?)clients[index].Finish(sent[index])["status"]);
            Assert.Equal("3.14", clients[index].Result("text/plain"));
        }
    }

    [Fact]
    public async Task A_restore_that_never_ends_can_be_interrupted_and_leaves_no_process()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var running = client.Send("execute_request", new JsonObject
        {
            ["code"] = $"#i \"nuget: https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/index.json\"\n#r \"nuget: ActivationNotes.No.Such.Package, 1.0.0\"",
        });
        // Somebody asks, and waits for an answer.
        using var asked = await silent.AcceptSocketAsync(TestContext.Current.CancellationToken);
        client.Request("interrupt_request", [], control: true);
        Assert.Equal("KeyboardInterrupt", (string?)client.Finish(running)["ename"]);
        if (OperatingSystem.IsLinux()) Assert.Equal("", await File.ReadAllTextAsync($"/proc/{client.Process.Id}/task/{client.Process.Id}/children", TestContext.Current.CancellationToken));
        Succeeds("1");
    }

    private void Succeeds(string code) => Succeeds(code, client);

    private static void Succeeds(string code, TestClient asked)
    {
        JsonObject reply = asked.Execute(code);
        Assert.True((string?)reply["status"] == "ok", asked.Stream("stderr") + (string?)reply["evalue"]);
    }
}
