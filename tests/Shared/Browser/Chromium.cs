using Microsoft.Playwright;

namespace ActivationNotes.Testing.Browser;

/// <summary>The installed Chromium, started once for all tests that look at pages.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where Chromium is; null when it is not installed.</summary>
    public static string? Path { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM") ?? "", "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists);

    /// <summary>The running browser. Skips the test where there is none, unless the environment says there must be one.</summary>
    public IBrowser Running
    {
        get
        {
            Require();
            return _browser!;
        }
    }

    /// <summary>Skips the test where there is no Chromium, unless the environment says there must be one.</summary>
    public static void Require()
    {
        if (Path is not null) return;
        Assert.False(Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1", "REQUIRE_BROWSER is 1, but Chromium is not installed.");
        Assert.Skip("Chromium is not installed.");
    }

    public async ValueTask InitializeAsync()
    {
        if (Path is null) return;
        // The usual five seconds pass too soon on a machine that does much else.
        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
