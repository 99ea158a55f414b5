using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Commerce.Pages.Tests;

/// <summary>A person's window on the pages, and what went wrong in it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));
    private static readonly Lazy<Task<string>> AxeSource = new(LoadAxe);
    private readonly IBrowserContext context;

    internal Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => Errors.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser's console complained of.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Opens a page and waits until it shows its figures.</summary>
    public async Task Go(string path)
    {
        try
        {
            await Page.GotoAsync(path);
        }
        catch (PlaywrightException e) when (e.Message.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            // The page went somewhere itself at that moment, as it does when the network is back: a person would try again.
            await Page.GotoAsync(path);
        }

        await Settled();
    }

    /// <summary>Waits until the page has a title and nothing more is being read.</summary>
    public async Task Settled()
    {
        try
        {
            await Page.WaitForSelectorAsync("h1");
            await Page.WaitForFunctionAsync("() => !document.querySelector('.loading')");
        }
        catch (TimeoutException)
        {
            await Shot("never-opened");
            Assert.Fail($"{Page.Url} never opened. The browser says: {string.Join("; ", Errors)}");
        }
    }

    /// <summary>A picture of the page, whole or as much as the screen shows, in artifacts/screenshots; not where nobody looks at them (CI=true).</summary>
    public async Task Shot(string name, bool whole = true)
    {
        await Page.EvaluateAsync("() => scrollTo(0, 0)");
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            return;
        }

        await Page.ScreenshotAsync(new() { Path = Path.Combine(Root, "artifacts", "screenshots", name + ".png"), FullPage = whole });
    }

    /// <summary>The serious findings of axe on what shows now: a line each, none when the page is good.</summary>
    public async Task<IReadOnlyList<string>> Axe()
    {
        await Page.EvaluateAsync(await AxeSource.Value);

        // What is still fading in has no colours yet; what turns for ever isn't waited for.
        await Page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().filter(a => a.effect.getComputedTiming().endTime !== Infinity).map(a => a.finished))");
        var found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        return
        [
            .. found.EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(v => $"{v.GetProperty("id").GetString()}: {v.GetProperty("help").GetString()} at {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").GetString()))}"),
        ];
    }

    /// <summary>By how many pixels the page is wider than the screen; none on a good page.</summary>
    public Task<int> Overflow() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static async Task<string> LoadAxe()
    {
        var judges = Path.Combine(Root, "tests", "Judges");
        var axe = Path.Combine(judges, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(axe))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]) { WorkingDirectory = judges })!;
            await npm.WaitForExitAsync();
        }

        Assert.True(File.Exists(axe), "axe-core couldn't be installed");
        return await File.ReadAllTextAsync(axe);
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
