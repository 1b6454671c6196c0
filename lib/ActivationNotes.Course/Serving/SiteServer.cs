using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActivationNotes.Course.Serving;

/// <summary>Serves a folder to this machine alone, and tells open pages when to reload.</summary>
public sealed class SiteServer : IDisposable
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".ipynb"] = "application/x-ipynb+json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
    };

    private const int DefaultPort = 80;

    private static readonly string[] s_names = ["127.0.0.1", "localhost"];

    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly int _port;
    private readonly bool _reloads;
    private readonly ConcurrentDictionary<HttpListenerResponse, byte> _pages = new();
    private volatile string _problem = "";

    private SiteServer(string folder, int port, bool reloads)
    {
        _folder = Path.GetFullPath(folder);
        _port = port;
        _reloads = reloads;
        _listener.Prefixes.Add(Address);
        _listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/"));
        _listener.IgnoreWriteExceptions = true;
    }

    /// <summary>The address of the first page.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/");

    /// <summary>Starts to serve.</summary>
    /// <param name="folder">The folder; it may be replaced while it is served.</param>
    /// <param name="port">The port on 127.0.0.1; 0 for any free one.</param>
    /// <param name="reloads">Whether pages reload when told to.</param>
    /// <exception cref="CourseException">The port is taken.</exception>
    public static SiteServer Start(string folder, int port, bool reloads)
    {
        var server = new SiteServer(folder, port == 0 ? FreePort() : port, reloads);
        try
        {
            server._listener.Start();
        }
        catch (Exception error) when (error is HttpListenerException or SocketException)
        {
            server.Dispose();
            var reason = IsTaken(port)
                ? "is taken by another program"
                : $"cannot be had: {error.Message.TrimEnd('.')}";
            throw new CourseException(string.Create(CultureInfo.InvariantCulture, $"Port {port} {reason}. Choose another with --port, or leave it out for any free one."), error);
        }

        _ = server.AcceptAsync();
        return server;
    }

    /// <summary>Takes note of a build: pages show what went wrong, if anything did, and reload.</summary>
    /// <param name="problem">What went wrong; empty when nothing did.</param>
    public void Show(string problem)
    {
        _problem = problem;
        foreach (var page in _pages.Keys) Send(page, "data: reload\n\n");
    }

    /// <summary>
    /// Whether a request is for this server, and from a page of it. A page of another site may make the reader's browser ask us, under a
    /// name that it has pointed at this machine: such a request carries that name, or that site as its origin.
    /// </summary>
    /// <param name="port">The port that is listened on.</param>
    /// <param name="host">The header "Host".</param>
    /// <param name="origin">The header "Origin"; null when there is none.</param>
    public static bool IsOurs(int port, string? host, string? origin)
    {
        string[] hosts = [.. s_names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}:{port}"))];
        // Browsers leave the usual port out.
        if (port == DefaultPort) hosts = [.. hosts, .. s_names];
        return hosts.Contains(host) && (origin is null || hosts.Any(ours => origin == $"http://{ours}"));
    }

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)_listener).Dispose();

    // The listener's own error says so in another number on every system.
    private static bool IsTaken(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return false;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Disposed of: that is how it ends.
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var response = context.Response;
        try
        {
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["Cache-Control"] = "no-cache";
            response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (!IsOurs(_port, context.Request.Headers["Host"], context.Request.Headers["Origin"])) Refuse(response, HttpStatusCode.Forbidden);
            else if (context.Request.HttpMethod is not ("GET" or "HEAD")) Refuse(response, HttpStatusCode.MethodNotAllowed);
            else Serve(context.Request, response);
        }
        catch (Exception)
        {
            // Nobody else would see it: an answer that never comes tells the reader less than one that breaks off.
            response.Abort();
        }
    }

    private void Serve(HttpListenerRequest request, HttpListenerResponse response)
    {
        var path = request.Url!.AbsolutePath;
        if (_reloads && path == LivePage.EventsPath)
        {
            response.ContentType = "text/event-stream";
            response.SendChunked = true;
            _pages.TryAdd(response, 0);
            Send(response, ": connected\n\n");
            return;
        }

        if (_reloads && LivePage.Asset(path) is var (text, type))
        {
            Write(request, response, Encoding.UTF8.GetBytes(text), type);
            return;
        }

        if (FileFor(path) is not { } file)
        {
            Refuse(response, HttpStatusCode.NotFound);
            return;
        }

        var content = File.ReadAllBytes(file);
        var isPage = Path.GetExtension(file) == ".html";
        if (isPage && (_reloads || _problem.Length > 0)) content = Encoding.UTF8.GetBytes(LivePage.Apply(Encoding.UTF8.GetString(content), _problem, _reloads));
        Write(request, response, content, s_types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream"));
    }

    private string? FileFor(string path)
    {
        var name = Uri.UnescapeDataString(path).TrimStart('/');
        // No file has such a name.
        if (name.Contains('\0', StringComparison.Ordinal)) return null;
        var file = Path.GetFullPath(Path.Combine(_folder, name));
        // Whatever the address says, nothing outside the folder is read.
        if (file != _folder && !file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
        if (Directory.Exists(file)) file = Path.Combine(file, "index.html");
        return File.Exists(file) ? file : null;
    }

    private void Refuse(HttpListenerResponse response, HttpStatusCode status)
    {
        response.StatusCode = (int)status;
        response.ContentType = "text/html; charset=utf-8";
        var page = $"<!doctype html><html lang=\"en\"><title>{(int)status}</title><body><h1>{(int)status} {status}</h1></body></html>";
        // Before the first good build there is no page to carry the problem but this one.
        if (status == HttpStatusCode.NotFound) page = LivePage.Apply(page, _problem, _reloads);
        response.Close(Encoding.UTF8.GetBytes(page), willBlock: false);
    }

    private static void Write(HttpListenerRequest request, HttpListenerResponse response, byte[] content, string type)
    {
        response.ContentType = type;
        response.ContentLength64 = content.Length;
        if (request.HttpMethod == "GET") response.OutputStream.Write(content);
        response.Close();
    }

    private void Send(HttpListenerResponse page, string text)
    {
        try
        {
            lock (page)
            {
                page.OutputStream.Write(Encoding.UTF8.GetBytes(text));
                page.OutputStream.Flush();
            }
        }
        catch (Exception error) when (error is IOException or HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            _pages.TryRemove(page, out _);
        }
    }
}
