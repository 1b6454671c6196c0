using System.Net;
using System.Net.Sockets;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>A plain web server on loopback that has a folder at /some/where/: pages must not care where they stand.</summary>
public sealed class LocalServer : IDisposable
{
    private const string SubPath = "/some/where/";

    private readonly HttpListener _listener = new();
    private readonly string _folder;

    public LocalServer(string folder)
    {
        _folder = Path.GetFullPath(folder);
        var origin = $"http://127.0.0.1:{FreePort()}";
        Address = origin + SubPath;
        _listener.Prefixes.Add(origin + "/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>The address of the folder, with a slash at its end.</summary>
    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                // Not one after the other: a reader that takes its time must not keep the others waiting.
                _ = AnswerQuietlyAsync(await _listener.GetContextAsync());
            }
            catch (Exception error) when (IsEnd(error))
            {
                // The end of the test.
            }
        }
    }

    private async Task AnswerQuietlyAsync(HttpListenerContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception error) when (IsEnd(error))
        {
            // A reader that left in the middle.
        }
    }

    private static bool IsEnd(Exception error) => error is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException;

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        var path = context.Request.Url!.LocalPath;
        var file = path.StartsWith(SubPath, StringComparison.Ordinal) ? Path.GetFullPath(Path.Combine(_folder, path[SubPath.Length..])) : "";
        if (Directory.Exists(file)) file = Path.Combine(file, "index.html");
        if (!file.StartsWith(_folder, StringComparison.Ordinal) || !File.Exists(file))
        {
            response.StatusCode = 404;
            return;
        }

        var content = await File.ReadAllBytesAsync(file);
        response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            _ => "application/octet-stream",
        };
        response.ContentLength64 = content.Length;
        await response.OutputStream.WriteAsync(content);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
