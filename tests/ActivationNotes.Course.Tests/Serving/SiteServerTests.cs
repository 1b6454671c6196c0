using System.Net;
using ActivationNotes.Course.Serving;

namespace ActivationNotes.Course.Tests.Serving;

public sealed class SiteServerTests : IDisposable
{
    private readonly CourseFolder _folder = new();
    private readonly SiteServer _server;
    private readonly HttpClient _client = new();

    public SiteServerTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "site"));
        File.WriteAllText(Path.Combine(_folder.Root, "site", "index.html"), "<html><body>home</body></html>");
        File.WriteAllText(Path.Combine(_folder.Root, "site", "style.css"), "p{}");
        File.WriteAllText(Path.Combine(_folder.Root, "secret.html"), "secret");
        _server = SiteServer.Start(Path.Combine(_folder.Root, "site"), 0, reloads: true);
    }

    public void Dispose()
    {
        _server.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Files_are_served_with_their_type()
    {
        Assert.Contains("home", await GetAsync(""), StringComparison.Ordinal);
        using var style = await _client.GetAsync(new Uri(_server.Address + "style.css"), TestContext.Current.CancellationToken);
        Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);
        Assert.Equal("p{}", await style.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("missing.html")]
    [InlineData("..%2fsecret.html")]
    [InlineData("%2e%2e/secret.html")]
    [InlineData("..%5csecret.html")]
    [InlineData("%00")]
    [InlineData("style.css%00.html")]
    public async Task Nothing_outside_the_site_is_served(string path)
    {
        using var response = await _client.GetAsync(new Uri(_server.Address + path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/%", false)]
    [InlineData("/%ff", false)]
    [InlineData("/%00", false)]
    [InlineData("/a b", false)]
    [InlineData("*", false)]
    [InlineData("/../secret.html", false)]
    [InlineData("/x", true)]
    public async Task An_address_that_is_none_is_answered_as_such(string target, bool isLong)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(_server.Address).Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        var request = $"GET {(isLong ? target + new string('x', 5_000) : target)} HTTP/1.1\r\nHost: {new Uri(_server.Address).Authority}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Matches("^HTTP/1.1 (400|404|414) ", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Contains("home", await GetAsync(""), StringComparison.Ordinal);
    }

    // A browser leaves out the port that is the usual one.
    [Theory]
    [InlineData(80, "localhost", true)]
    [InlineData(80, "127.0.0.1:80", true)]
    [InlineData(80, "localhost:8080", false)]
    [InlineData(8080, "localhost", false)]
    [InlineData(8080, "localhost:8080", true)]
    [InlineData(8080, "localhost.evil.example:8080", false)]
    public void The_host_is_ours_by_name_and_port(int port, string host, bool ours)
    {
        Assert.Equal(ours, SiteServer.IsOurs(port, host, null));
        Assert.Equal(ours, SiteServer.IsOurs(port, port == 80 ? "localhost" : "localhost:8080", "http://" + host));
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Requests_for_or_from_another_site_are_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Address);
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.False(response.IsSuccessStatusCode);
        Assert.DoesNotContain("home", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_shows_on_the_page_as_text()
    {
        _server.Show("cell 3: <script>alert(1)</script>");
        var page = await GetAsync("");
        Assert.Contains("home", page, StringComparison.Ordinal);
        Assert.Contains("cell 3: &lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        _server.Show("");
        Assert.DoesNotContain("cell 3", await GetAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_pages_are_told_to_reload()
    {
        await using var events = await _client.GetStreamAsync(new Uri(_server.Address + LivePage.EventsPath[1..]), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(events);
        Assert.Equal(": connected", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        _server.Show("");
        Assert.Equal("", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal("data: reload", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_strict_policy_is_loosened_by_what_serving_adds_alone()
    {
        const string Page = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-abc'; img-src data:"><body></body>""";
        var served = LivePage.Apply(Page, "", reloads: true);
        Assert.Contains("content=\"default-src 'none'; script-src 'sha256-abc' 'self'; img-src data:; style-src 'self'; connect-src 'self'\"", served, StringComparison.Ordinal);
    }

    private Task<string> GetAsync(string path) => _client.GetStringAsync(new Uri(_server.Address + path), TestContext.Current.CancellationToken);
}
