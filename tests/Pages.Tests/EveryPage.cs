using System.Text.RegularExpressions;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Commerce.Pages.Tests;

/// <summary>Every page of every module, as it is found in the running program: in both languages, on a desk's and a phone's screen, in large type.
/// A new page is walked from the day it is there.</summary>
[Collection(AtHome.Name)]
public sealed partial class EveryPage(OpenHouse house, ITestOutputHelper output)
{
    // The house is one for all these tests, and so are its pages: they are looked for once.
    private static IReadOnlyList<(string Path, string? Person)>? walk;

    // The people who between them may open everything.
    private static readonly string[] People = ["admin", "officer", "buyer", "keeper", "supplier", "approver", "supervisor", "liaison", "auditor", "purchaser"];

    [SkippableTheory]
    [InlineData("1366x768", false, false)]
    [InlineData("390x844", true, false)]
    [InlineData("1366x768", true, true)]
    [InlineData("390x844", false, true)]
    public async Task It_opens_without_a_serious_finding_fits_the_screen_and_the_browser_complains_of_nothing(string size, bool english, bool large)
    {
        var screen = size == "390x844" ? ScreenSize.Phone : ScreenSize.Desktop;
        var wrong = new List<string>();
        var seen = 0;
        foreach (var group in (await Walk()).GroupBy(p => p.Person))
        {
            await using var visit = await house.Page(group.Key, screen, english);
            foreach (var (path, _) in group)
            {
                visit.Errors.Clear();
                await visit.Go(path);
                if (large)
                {
                    await visit.Page.EvaluateAsync("() => document.documentElement.classList.add('large')");
                }

                seen++;
                await visit.Shot($"page{path.Replace('/', '-')}-{size}{(english ? "-en" : "")}{(large ? "-large" : "")}");
                if (!large)
                {
                    // Larger letters change what fits, nothing that axe looks at.
                    wrong.AddRange((await visit.Axe()).Select(f => $"{path}: {f}"));
                }

                wrong.AddRange(visit.Errors.Select(e => $"{path}: the browser says {e}"));
                if (await visit.Overflow() is > 0 and var pixels)
                {
                    wrong.Add($"{path}: {pixels} px wider than the screen");
                }
            }
        }

        output.WriteLine($"{seen} pages");
        Assert.Empty(wrong);
        Assert.True(seen >= 10, $"only {seen} pages were seen");
    }

    [SkippableFact]
    public async Task Who_may_not_open_a_page_is_told_so_on_every_one()
    {
        var wrong = new List<string>();
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = house.Address };
        nobody.DefaultRequestHeaders.Accept.ParseAdd("text/html"); // As browsers ask: a program is told 401 instead.
        foreach (var (path, _) in (await Walk()).Where(p => p.Person is not null))
        {
            using var answer = await nobody.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.Headers.Location?.ToString().Contains("/account/sign-in", StringComparison.Ordinal) != true)
            {
                wrong.Add($"{path}: {answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Paths without parameters, and those whose first thing a list leads to; each with somebody who may open it.</summary>
    private async Task<IReadOnlyList<(string Path, string? Person)>> Walk()
    {
        OpenHouse.NeedBrowser();
        return walk ??= await Find();
    }

    private async Task<IReadOnlyList<(string Path, string? Person)>> Find()
    {
        var pages = house.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(e => (Path: "/" + e.RoutePattern.RawText!.TrimStart('/'), Door: e.Metadata.GetMetadata<DoorAttribute>()!))
            .DistinctBy(p => p.Path).OrderBy(p => p.Path, StringComparer.Ordinal).ToList();
        var found = new List<(string, string?)>();
        foreach (var (path, door) in pages.Where(p => !p.Path.Contains('{', StringComparison.Ordinal)))
        {
            found.Add((path, await Opener(door)));
        }

        foreach (var (path, door) in pages.Where(p => p.Path.Contains('{', StringComparison.Ordinal)))
        {
            var person = await Opener(door);
            if (person is not null && await First(path, person) is { } one)
            {
                found.Add((one, person));
            }
        }

        return found;
    }

    private async Task<string?> Opener(DoorAttribute door)
    {
        if (door.Lets(Actor.Anonymous))
        {
            return null;
        }

        foreach (var person in People)
        {
            if (door.Lets(await house.ActorOf(person)))
            {
                return person;
            }
        }

        throw new InvalidOperationException("A page that none of the sample people may open.");
    }

    /// <summary>The first thing of a list by its link, such as /accounts/0198… or /tasks/2026/measure/1.</summary>
    private async Task<string?> First(string pattern, string person)
    {
        var prefix = pattern[..pattern.IndexOf('{', StringComparison.Ordinal)];
        await using var visit = await house.Page(person);
        await visit.Go(prefix.TrimEnd('/'));
        var links = await visit.Page.Locator($"main a[href^='{prefix}']").EvaluateAllAsync<string[]>("all => all.map(a => new URL(a.getAttribute('href'), location.href).pathname)");
        var like = new Regex($"^{Parameter().Replace(pattern, "[^/.]+")}$");
        return links.FirstOrDefault(l => like.IsMatch(l) && !l.EndsWith("/new", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
