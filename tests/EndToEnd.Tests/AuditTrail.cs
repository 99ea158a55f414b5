using System.Net;
using System.Text;
using Commerce.EndToEnd.Tests.Walls;
using Commerce.Platform.GraphQL;
using Commerce.Ui.Audit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>The auditor reads who did what, before and after, over all modules; nobody else does.</summary>
[Collection(OneHost.Name)]
public sealed class AuditTrail(RunningHost host)
{
    [Fact]
    public async Task An_act_stands_in_the_trail_with_the_values_before_and_after_and_without_passwords()
    {
        var admin = await host.SignIn("admin");
        var unit = (await admin.Do("unitSave", "unit { id version }", new { idempotencyKey = Api.Key(), name = "留痕科", kind = "OFFICE", parentId = await Newcomer.UnitId(admin, "省交通运输厅") })).GetProperty("unit");
        await admin.Do("unitSave", "unit { id }", new { idempotencyKey = Api.Key(), unitId = unit.GetProperty("id").GetString(), expectedVersion = unit.GetProperty("version").GetInt32(), name = "留痕处", kind = "OFFICE", parentId = await Newcomer.UnitId(admin, "省交通运输厅") });
        await Newcomer.Create(host, "trail-of-this-one", "留痕处");
        var auditor = await host.SignIn("auditor");

        var units = await Text(auditor, "/audit/history.csv?operation=SaveUnit&module=organisations");
        var accounts = await Text(auditor, "/audit/history.csv?operation=CreateAccount");

        Assert.Contains("留痕科,留痕处", units, StringComparison.Ordinal);
        Assert.Contains("trail-of-this-one", accounts, StringComparison.Ordinal);
        Assert.Contains("PasswordHash,,***", accounts, StringComparison.Ordinal);
        Assert.DoesNotContain(Newcomer.Password, accounts, StringComparison.Ordinal);
        Assert.DoesNotContain("留痕", await Text(auditor, "/audit/history.csv?operation=SaveUnit&to=2020-01-01"), StringComparison.Ordinal);
        Assert.DoesNotContain("留痕", await Text(auditor, "/audit/history.csv?module=ordering"), StringComparison.Ordinal);
        Assert.DoesNotContain("留痕", await Text(auditor, "/audit/history.csv?who=不是我"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_belongs_to_no_unit_alone_so_an_auditor_of_one_unit_finds_nothing()
    {
        var ofOne = (await Newcomer.Create(host, "auditor-of-one", "公路局", "AUDITOR")).Api;

        foreach (var path in new[] { "/audit/history.csv", "/audit/history.xlsx" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ofOne.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task A_sample_is_taken_away_as_a_working_paper_that_says_how_it_was_drawn()
    {
        var year = host.Clock.GetUtcNow().Year;
        var auditor = await host.SignIn("auditor");

        var answer = await auditor.Http.GetAsync(new Uri($"/audit/sample.xlsx?year={year}&seed=2026-A&size=5", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Http.GetAsync(new Uri("/audit/sample.xlsx?seed=", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public void Every_act_of_the_API_has_words_in_both_languages()
    {
        foreach (var slice in host.Services.GetRequiredService<MutationDoors>().Slices)
        {
            Assert.NotEqual(slice.Name, OperationWords.Of(slice.Name, true));
            Assert.NotEqual(slice.Name, OperationWords.Of(slice.Name, false));
        }
    }

    private static async Task<string> Text(Api api, string path) => Encoding.UTF8.GetString(await api.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
}
