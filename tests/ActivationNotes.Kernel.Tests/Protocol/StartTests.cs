using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;

namespace ActivationNotes.Kernel.Tests.Protocol;

/// <summary>A kernel that cannot start says why, in a line, and never shows the key.</summary>
public sealed class StartTests
{
    private const string Ports = "\"shell_port\":1,\"control_port\":2,\"iopub_port\":3,\"stdin_port\":4,\"hb_port\":5";

    [Theory]
    [InlineData("{\"key\":\"secret\",", "is not a JSON object")]
    [InlineData("[\"secret\"]", "is not a JSON object")]
    [InlineData("{\"key\":\"secret\"}", "'shell_port' must be a port")]
    [InlineData("{\"key\":\"secret\",\"transport\":\"ipc\"," + Ports + "}", "tcp only")]
    [InlineData("{\"key\":\"secret\",\"signature_scheme\":\"hmac-md5\"," + Ports + "}", "hmac-sha256 only")]
    [InlineData("{\"key\":\"secret\",\"ip\":\"203.0.113.7\"," + Ports + "}", "Cannot bind")]
    [InlineData("{\"key\":\"secret\",\"ip\":\"nosuch.invalid\"," + Ports + "}", "Cannot bind the shell socket to tcp://nosuch.invalid:1:")]
    [InlineData("{\"key\":\"secret\",\"ip\":\"999.1.1.1\"," + Ports + "}", "Cannot bind the shell socket to tcp://999.1.1.1:1:")]
    [InlineData("{\"key\":\"secret\",\"ip\":\"2001:db8::7\"," + Ports + "}", "Cannot bind the shell socket to tcp://[2001:db8::7]:1:")]
    [InlineData("{\"key\":\"secret\",\"ip\":\" \"," + Ports + "}", "'ip' is empty")]
    [InlineData("{\"key\":\"secret\",\"ip\":\"127.0.0.1\",\"ip\":\"203.0.113.7\"," + Ports + "}", "Cannot bind the shell socket to tcp://203.0.113.7:1:")]
    [InlineData("{\"key\":\"secret\",\"ip\":\"\\ud83d\"," + Ports + "}", "Cannot bind")]
    public void A_connection_file_that_cannot_be_used_is_named_with_the_reason(string text, string expected)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            var (code, output) = Run(file);
            Assert.Equal(2, code);
            Assert.Contains(expected, output, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void It_listens_on_an_address_of_IP_version_6_where_the_machine_has_one()
    {
        Assert.SkipUnless(NetworkInterface.GetAllNetworkInterfaces().Any(each => each.GetIPProperties().UnicastAddresses
            .Any(address => address.Address.Equals(IPAddress.IPv6Loopback))), "This machine has no ::1.");
        using var client = new TestClient("::1");
        client.Execute("6 * 7");
        Assert.Equal("42", client.Result("text/plain"));
    }

    [Fact]
    public void A_missing_connection_file_and_wrong_usage_are_told()
    {
        Assert.Contains("cannot be read", Run("/no/such/file.json").Output, StringComparison.Ordinal);
        Assert.Contains("Usage:", Run().Output, StringComparison.Ordinal);
        Assert.Equal((0, true), (Run("--help").Code, Run("--help").Output.Contains("CONNECTION_FILE", StringComparison.Ordinal)));
    }

    private static (int Code, string Output) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [TestClient.KernelFile, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
