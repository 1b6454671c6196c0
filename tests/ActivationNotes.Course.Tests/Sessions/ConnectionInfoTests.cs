using System.Text.Json.Nodes;
using ActivationNotes.Course.Sessions;

namespace ActivationNotes.Course.Tests.Sessions;

public sealed class ConnectionInfoTests
{
    [Fact]
    public void The_file_is_for_its_owner_alone_and_names_five_different_loopback_ports()
    {
        using var folder = new CourseFolder();
        var path = Path.Combine(folder.Root, "connection.json");
        var connection = ConnectionInfo.Create();
        connection.Write(path, "test");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var node = JsonNode.Parse(File.ReadAllText(path))!;
        string[] names = ["shell_port", "control_port", "iopub_port", "stdin_port", "hb_port"];
        var ports = names.Select(name => (int)node[name]!).ToArray();
        Assert.Equal(5, ports.Distinct().Count());
        Assert.Equal("127.0.0.1", (string?)node["ip"]);
        Assert.Equal("hmac-sha256", (string?)node["signature_scheme"]);
        Assert.Equal(48, ((string)node["key"]!).Length);
    }

    [Fact]
    public void Keys_differ_and_do_not_show_as_text()
    {
        var (one, two) = (ConnectionInfo.Create(), ConnectionInfo.Create());
        Assert.NotEqual(one.Key, two.Key);
        Assert.DoesNotContain(one.Key, $"{(object)one}", StringComparison.Ordinal);
    }
}
