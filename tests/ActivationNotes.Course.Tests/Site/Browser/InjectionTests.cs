using System.Text;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>What a notebook holds never acts on its page: proven in the browser, with the content policy and, harder, without it.</summary>
[Collection(typeof(BrowserTests))]
public sealed class InjectionTests(Chromium chromium, HostileSite site) : IClassFixture<HostileSite>, IDisposable
{
    private const string Table = "figures/figure-hostile-table.html";

    private static readonly string[] s_pages = ["index.html", "02-hostile.html", "claims.html", Table];

    private readonly LocalServer _server = new(site.Folder);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_runs_and_nothing_foreign_is_asked_for(bool ignoresPolicy)
    {
        foreach (var page in s_pages)
        {
            await using var visit = await Visit.OpenAsync(chromium.Running, _server.Address + page, new Reader(IgnoresPolicy: ignoresPolicy));
            await visit.UnfoldAsync();
            await visit.ReadToTheEndAsync();
            await ProvokeAsync(visit);
            Assert.DoesNotContain(visit.Problems, problem => problem.StartsWith("dialog", StringComparison.Ordinal) || problem.StartsWith("exception", StringComparison.Ordinal));
            Assert.DoesNotContain(visit.Requests, request => request.StartsWith("http", StringComparison.Ordinal) && !request.StartsWith(_server.Address, StringComparison.Ordinal));
            Assert.EndsWith(page, visit.Page.Url.Split('#')[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_element_or_attribute_that_acts_reaches_the_page()
    {
        foreach (var page in s_pages)
        {
            await using var visit = await Visit.OpenAsync(chromium.Running, _server.Address + page, new Reader(Scripts: false));
            var found = await visit.Page.EvaluateAsync<string[]>("""
                () => {
                  const acting = 'script, style, iframe:not(details.data > iframe), frame, object, embed, applet, form, input, select, textarea, meta, base, link, template, animate, set, foreignObject, video, audio, source:not(picture > source), portal';
                  // The boxes that choose kinds of claims are the site's own, and stand on one page.
                  const own = e => location.pathname.endsWith('/claims.html') && e.matches('article fieldset.kinds > div > input') && /^<input type="checkbox" id="show-[a-z]+" checked="" autocomplete="off">$/.test(e.outerHTML);
                  const bad = [...document.body.querySelectorAll(acting)].filter(e => !own(e)).map(e => e.outerHTML);
                  for (const e of document.querySelectorAll('*')) {
                    for (const a of e.attributes) {
                      const address = a.value.replace(/[\u0000- ]/g, '').toLowerCase();
                      if (a.name.startsWith('on') || a.name === 'srcdoc' || a.name === 'formaction') bad.push(`${a.name} on ${e.outerHTML.slice(0, 200)}`);
                      if (/^(href|src|xlink:href|action|data)$/.test(a.name) && /^(javascript|vbscript|data:(?!image\/))/.test(address)) bad.push(`${a.name}=${a.value} on ${e.tagName}`);
                      if (a.name === 'style' && /url|position|expression|@import/i.test(a.value)) bad.push(`style=${a.value}`);
                    }
                  }
                  for (const s of document.body.querySelectorAll('[srcset]')) if (!/^figures\/[\w.-]+$/.test(s.getAttribute('srcset'))) bad.push(s.outerHTML);
                  for (const s of document.body.querySelectorAll('iframe')) if (!/^figures\/[\w.-]+-table\.html$/.test(s.getAttribute('src'))) bad.push(s.outerHTML);
                  for (const s of document.head.querySelectorAll('script')) if (!/^(\.\.\/)?assets\/[\w.-]+$/.test(s.getAttribute('src'))) bad.push(s.outerHTML);
                  return bad;
                }
                """);
            Assert.Empty(found);
            Assert.Equal(1, await visit.Page.Locator("main").CountAsync());
            Assert.Equal(page == Table ? 0 : 1, await visit.Page.Locator("footer.site").CountAsync());
        }
    }

    [Fact]
    public async Task What_was_meant_to_act_is_shown_as_text()
    {
        await using var visit = await Visit.OpenAsync(chromium.Running, _server.Address + "02-hostile.html", new Reader(Scripts: false));
        var text = await visit.Page.Locator("main").InnerTextAsync();
        Assert.Contains("<script>alert(1)</script>", text, StringComparison.Ordinal);
        Assert.Contains("// <svg onload=alert(1)></svg>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_only_calls_itself_the_plotting_library_is_refused()
    {
        var notebook = new NotebookBuilder().Markdown("# Lesson").Code("library", null, NotebookBuilder.Shown("text/html", PlotCarrier.For(Encoding.UTF8.GetBytes("alert(1)"))))
            .Code("figure", null, NotebookBuilder.Shown(FigureSample.MimeType, FigureSample.Heatmap)).Build();
        var folder = Directory.CreateTempSubdirectory("site-tests-").FullName;
        try
        {
            var error = Assert.Throws<CourseException>(() => FixtureSite.Write(folder, null, notebook));
            Assert.Contains("cell 2", error.Message, StringComparison.Ordinal);
            Assert.Contains("plotly.js", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose() => _server.Dispose();

    // What a reader may do by accident: point at things, tab through them, click on what looks like a link or a button.
    // Drawn charts are left out: plotly.js takes no events that a script made.
    private static async Task ProvokeAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("""
            () => {
              // Links that lead on are no attack; links that are script run even so.
              addEventListener('click', event => { if (/^(https?|mailto):/.test(event.target.closest('a')?.protocol ?? '')) event.preventDefault(); });
              for (const e of document.querySelectorAll('main *:not(.plot *)')) {
                for (const name of ['mouseover', 'mouseenter', 'focus', 'blur', 'toggle', 'click']) {
                  e.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));
                }
              }
            }
            """);
        for (var i = 0; i < 20; i++) await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.WaitForTimeoutAsync(300);
    }
}
