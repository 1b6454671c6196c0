using Microsoft.Playwright;

namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>What every page of a site does, whatever it shows.</summary>
public abstract class PageTests(Chromium chromium, TestedSite site) : SiteTests(chromium, site)
{
    // One question for the whole page: asking about each of its figures takes most of a minute. Pictures load when they come near.
    private const string FiguresWithoutPicture = """
        async () => {
          const wrong = [];
          for (const figure of document.querySelectorAll('figure[data-figure]')) {
            const pictures = [...figure.querySelectorAll('img')].filter(image => image.checkVisibility());
            const words = document.getElementById(figure.querySelector('[role=img]')?.getAttribute('aria-describedby'));
            if (!words?.textContent.trim()) wrong.push(`${figure.id} has no words`);
            if (pictures.length !== 1) wrong.push(`${figure.id} shows ${pictures.length} pictures`);
            const table = figure.querySelector('details.data iframe')?.getAttribute('src');
            if (!table?.startsWith('figures/')) wrong.push(`${figure.id} has no table of its numbers`);
            for (const picture of pictures) {
              picture.scrollIntoView();
              await picture.decode().catch(() => wrong.push(`${figure.id} has a picture that does not load`));
            }
          }
          return wrong;
        }
        """;

    [Fact]
    public async Task A_page_read_from_a_disk_draws_every_figure_with_one_library_reports_no_problem_and_asks_nobody_else()
    {
        // Files are found in the same way for all pages: the first ones stand for the others.
        foreach (var page in Site.Pages.Take(3))
        {
            await using var visit = await OpenAsync(page, new Reader(), fromDisk: true);
            AssertNone(page, await AmissWhenReadAsync(visit, Site.FileAddress("")));
            await visit.Page.Locator("button.theme").ClickAsync();
            await visit.SettleAsync();
            AssertNone(page, visit.Problems);
        }
    }

    [Fact]
    public async Task Without_scripts_every_figure_is_a_picture_with_its_words_and_numbers()
    {
        foreach (var page in Site.Lessons)
        {
            await using var visit = await OpenAsync(page, new Reader(Scripts: false));
            AssertNone(page, await visit.Page.EvaluateAsync<string[]>(FiguresWithoutPicture));
            var tables = visit.Page.Locator("figure[data-figure] details.data iframe");
            AssertNone(page, (await tables.EvaluateAllAsync<string[]>("frames => frames.map(frame => frame.getAttribute('src'))")).Except(Site.Tables).Select(table => $"there is no {table}"));
            // Every table is made in the same way; one of a page is opened as a reader does.
            if (await tables.CountAsync() > 0)
            {
                await visit.Page.Locator("details.data > summary").First.ClickAsync();
                await Assertions.Expect(tables.First.ContentFrame.Locator("table")).ToBeVisibleAsync();
            }

            Assert.Empty(visit.Problems);
        }
    }

    [Fact]
    public async Task On_a_phone_without_scripts_a_picture_is_made_for_its_width_or_scrolls()
    {
        foreach (var page in Site.Lessons)
        {
            await using var visit = await OpenAsync(page, Reader.Phone with { Scripts = false });
            AssertNone(page, await visit.Page.EvaluateAsync<string[]>(FiguresWithoutPicture));
            AssertNone(page, await visit.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('figure[data-figure] img')].filter(image => image.checkVisibility()).filter(image => {
                  const scroll = image.closest('.wide[tabindex="0"]');
                  return scroll ? scroll.scrollWidth <= scroll.clientWidth : !image.currentSrc.includes('-narrow-');
                }).map(image => image.src)
                """));
        }
    }

    [Fact]
    public async Task On_a_phone_without_scripts_what_scrolls_sideways_is_reached_by_keys()
    {
        foreach (var page in Site.Lessons)
        {
            await using var visit = await OpenAsync(page, Reader.Phone with { Scripts = false });
            AssertNone(page, await visit.Page.EvaluateAsync<string[]>(OutOfReach));
        }
    }

    [Fact]
    public async Task Without_scripts_there_is_no_button_that_does_nothing()
    {
        foreach (var page in Site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader(Scripts: false));
            Assert.Equal(0, await visit.Page.Locator("button:visible").CountAsync());
        }
    }

    [Fact]
    public async Task Without_scripts_paper_shows_everything_that_is_folded_on_the_screen()
    {
        foreach (var page in Site.Lessons)
        {
            await using var visit = await OpenAsync(page, new Reader(Scripts: false));
            AssertNone(page, await WrongOnPaperAsync(visit));
        }
    }

    [Fact]
    public async Task Every_link_within_the_site_leads_somewhere()
    {
        var found = new List<string>();
        var anchors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var links = new List<(string Page, string Target)>();
        foreach (var page in Site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader());
            var ids = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[id]')].map(e => e.id)");
            found.AddRange(ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{page}: two elements have the id {group.Key}"));
            anchors[page] = [.. ids];
            var targets = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(e => e.getAttribute('href'))");
            links.AddRange(targets.Where(target => !target.Contains("://", StringComparison.Ordinal)).Select(target => (page, target)));
        }

        foreach (var (page, target) in links)
        {
            var parts = target.Split('#');
            var file = parts[0].Length == 0 ? page : Uri.UnescapeDataString(parts[0]);
            if (target.StartsWith('/') || !File.Exists(Path.Combine(Site.Folder, file))) found.Add($"{page}: {target} leads nowhere");
            else if (parts.Length > 1 && anchors.TryGetValue(file, out var ids) && !ids.Contains(Uri.UnescapeDataString(parts[1]))) found.Add($"{page}: {target} has no such place");
        }

        AssertNone(found);
        // Pages of the library hang on the list of all, not on every page.
        Assert.All(Site.Lessons.Where(page => !page.StartsWith("api-", StringComparison.Ordinal)), page => Assert.Contains(("index.html", page), links));
    }

    [Fact]
    public async Task The_first_key_reaches_the_link_that_skips_to_the_content()
    {
        foreach (var page in Site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader());
            await visit.Page.Keyboard.PressAsync("Tab");
            var target = await visit.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')");
            Assert.StartsWith("#", target, StringComparison.Ordinal);
            Assert.True(await visit.Page.Locator(":focus").EvaluateAsync<bool>("link => link.getBoundingClientRect().top >= 0"), "The link stays out of sight.");
            Assert.Equal(1, await visit.Page.Locator("main" + target).CountAsync());
        }
    }

    [Fact]
    public async Task A_chosen_theme_is_remembered_before_anything_is_painted()
    {
        await using var visit = await OpenAsync("index.html", new Reader());
        var before = await PaperAsync(visit);
        await visit.Page.Locator("button.theme").ClickAsync();
        var chosen = await PaperAsync(visit);
        Assert.NotEqual(before, chosen);
        // Nothing is painted before the body is there: the theme must be known by then.
        await visit.Page.AddInitScriptAsync("""
            new MutationObserver(() => { if (document.body && !window.themeAtBody) window.themeAtBody = document.documentElement.dataset.theme ?? 'none'; })
              .observe(document, { childList: true, subtree: true });
            """);
        foreach (var page in Site.Pages)
        {
            await visit.Page.GotoAsync(Address + page);
            Assert.Equal("dark", await visit.Page.EvaluateAsync<string>("() => window.themeAtBody"));
            Assert.Equal(chosen, await PaperAsync(visit));
        }
    }

    [Fact]
    public async Task Copying_takes_the_code_as_it_stands_in_the_notebook()
    {
        foreach (var page in Site.Lessons)
        {
            await using var visit = await OpenAsync(page, new Reader());
            await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            await visit.UnfoldAsync();
            var block = visit.Page.Locator(".code").First;
            if (await block.CountAsync() == 0) continue;
            await block.HoverAsync();
            await block.Locator("button").ClickAsync();
            await Assertions.Expect(block.Locator("button")).ToHaveTextAsync("Copied");
            Assert.Equal(await block.Locator("code").TextContentAsync(), await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        }
    }

    [Fact]
    public async Task The_content_policy_allows_scripts_from_files_of_the_site_alone()
    {
        foreach (var page in Site.Pages)
        {
            await using var visit = await OpenAsync(page, new Reader());
            var policy = await visit.Page.Locator("meta[http-equiv=Content-Security-Policy]").GetAttributeAsync("content");
            var directives = policy!.Split(';').Select(part => part.Trim().Split(' ', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
            Assert.Equal("'none'", directives["default-src"]);
            Assert.Equal("'self'", directives["script-src"]);
            Assert.Equal("'none'", directives["base-uri"]);
            Assert.Equal("'none'", directives["form-action"]);
            Assert.DoesNotContain(directives.Values, value => value.Contains("http", StringComparison.Ordinal) || value.Contains('*', StringComparison.Ordinal));
            // A policy protects only what comes after it.
            Assert.True(await visit.Page.EvaluateAsync<bool>("""
                () => { const policy = document.querySelector('meta[http-equiv]');
                  return [...document.querySelectorAll('script, link, style, img')].every(e => policy.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING); }
                """));
            Assert.Equal(0, await visit.Page.Locator("script:not([src])").CountAsync());
        }
    }

    private static Task<string> PaperAsync(Visit visit) => visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
