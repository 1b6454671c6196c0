using ActivationNotes.Testing.Browser;
using Microsoft.Playwright;

namespace ActivationNotes.Charts.Tests.Html;

/// <summary>A notebook's page in a browser without a network: require.js owns <c>define</c>, and outputs come one by one.</summary>
internal sealed class NotebookPage : IAsyncDisposable
{
    // What require.js does with a library that registers with it: it keeps it to itself.
    private const string Loader = "window.registered = 0; window.define = function () { window.registered++; }; window.define.amd = { jQuery: true };";

    // Scripts inside innerHTML do not run: notebooks put a new one in the place of each.
    private const string Insert = """
        html => {
          const output = document.createElement('div');
          output.className = 'output';
          output.innerHTML = html;
          document.querySelector('main').append(output);
          for (const old of output.querySelectorAll('script')) {
            const script = document.createElement('script');
            for (const { name, value } of old.attributes) script.setAttribute(name, value);
            script.textContent = old.textContent;
            old.replaceWith(script);
          }
        }
        """;

    private readonly Visit _visit;
    private readonly string _file;

    private NotebookPage(Visit visit, string file) => (_visit, _file) = (visit, file);

    /// <summary>The output of a set-up cell; figures bring no library along once it has been asked for.</summary>
    public static string Carrier { get; } = PlotLibrary.Setup().ToHtml();

    /// <summary>The page.</summary>
    public IPage Page => _visit.Page;

    /// <summary>Everything that went wrong so far.</summary>
    public IReadOnlyList<string> Problems => _visit.Problems;

    /// <summary>Opens an empty notebook.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="body">Attributes of the body, by which hosts tell their theme.</param>
    /// <param name="style">The host's style sheet.</param>
    /// <param name="reader">Who looks.</param>
    public static async Task<NotebookPage> OpenAsync(Chromium chromium, string body = "", string style = "", Reader? reader = null)
    {
        var browser = chromium.Running;
        var file = Path.Combine(Directory.CreateTempSubdirectory("notebook-page-").FullName, "notebook.html");
        await File.WriteAllTextAsync(file, $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + $"<title>Notebook</title><style>{style}</style><script>{Loader}</script></head><body {body}><main></main></body></html>");
#pragma warning disable CA2000 // The page that is given back disposes of it.
        var visit = await Visit.OpenAsync(browser, new Uri(file).AbsoluteUri, reader ?? new Reader());
#pragma warning restore CA2000
        await visit.Page.Context.SetOfflineAsync(true);
        return new NotebookPage(visit, file);
    }

    /// <summary>Adds outputs one after another, with time between them.</summary>
    public async Task ShowAsync(params IEnumerable<string> outputs)
    {
        foreach (var output in outputs)
        {
            await Page.EvaluateAsync(Insert, output);
            await Page.WaitForTimeoutAsync(60);
        }
    }

    /// <summary>Waits until so many figures are drawn.</summary>
    public Task DrawnAsync(int figures) => Page.WaitForFunctionAsync($"document.querySelectorAll('.an-plot .main-svg:first-child').length === {figures}");

    /// <summary>The value of an expression in the page.</summary>
    public Task<T> AskAsync<T>(string expression) => Page.EvaluateAsync<T>(expression);

    public async ValueTask DisposeAsync()
    {
        await _visit.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }
}
