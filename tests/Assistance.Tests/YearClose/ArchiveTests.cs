using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Commerce.Assistance.Tests.Months;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.YearClose;

/// <summary>The archive is proved from itself alone, by code that knows nothing of the program but what README.txt says.</summary>
public sealed class ArchiveTests
{
    private static readonly string[] Order =
        ("sequence id kind channel purpose unitId unitName villageId productId producerId outletId countyCode month amountFen quantityMilli quantityUnit sourceType sourceId sourceLineId "
        + "originalLineId eventId orderId acceptanceId returnId documentNumber occurredAt recordedAt reversesId sample previousHash adjustsMonth designated").Split(' ');

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_chain_is_recomputed_from_the_archive_alone_and_a_changed_cell_is_found(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        await world.Months.SackOfRiceIn(2026, 1);
        (await world.Guide(2025, World.Highways, 1000m)).Done();
        await world.Close();
        await world.Work();

        var files = (await world.Archive(world.Months.Officer))!;

        Assert.Null(FirstWrong(Rows(files), Head(files)));
        Assert.Equal(["1", "2", "3"], Rows(files).Select(r => r["sequence"]));
        for (var row = 0; row < 3; row++)
        {
            foreach (var column in Order)
            {
                var changed = Rows(files);
                changed[row][column] += "1";
                Assert.NotNull(FirstWrong(changed, Head(files)));
            }
        }

        var dropped = Rows(files);
        dropped.RemoveAt(2);
        Assert.NotNull(FirstWrong(dropped, Head(files)));
        Assert.Equal(Head(files).GetProperty("headHash").GetString(), (await world.Read(world.Months.Officer)).Closing!.LedgerHash);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task It_has_everything_as_it_was_published_listed_with_its_hash_and_names_no_person(DatabaseProvider provider)
    {
        await using var world = await YearWorld.Create(provider);
        (await world.Guide(2025, World.Highways, 1000m)).Done();
        await world.CloseMonths();
        (await world.Months.Reopen(world.Months.Officer, SharedKernel.Month.Of(2025, 3), "漏记一单")).Done();
        await world.Months.Close(SharedKernel.Month.Of(2025, 3));
        (await world.Sign(world.Months.Officer, 2)).Done();
        (await world.Countersign(world.Months.Supervisor, 2)).Done();
        await world.Work();

        var files = (await world.Archive(world.Months.Officer))!;

        var listed = Encoding.UTF8.GetString(files["SHA256SUMS.txt"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  ")).ToDictionary(l => l[1], l => l[0]);
        Assert.Equal(files.Keys.Where(n => n != "SHA256SUMS.txt").Order(), listed.Keys.Order());
        Assert.All(listed, l => Assert.Equal(l.Value, Convert.ToHexStringLower(SHA256.HashData(files[l.Key]))));
        Assert.Equal((await world.File(world.Months.Officer))!.Content, files["year/2025.xlsx"]);
        foreach (var version in new[] { 1, 2 })
        {
            Assert.Equal((await world.Months.File(world.Months.Officer, SharedKernel.Month.Of(2025, 3), version))!.Content, files[$"months/2025-03/v{version}/全部.xlsx"]);
        }

        foreach (var name in new[] { "README.txt", "ledger/rows.csv", "reports/by-unit.csv", "reports/by-unit-month.csv", "guides/guide-figures.csv", "filings/filings.csv", "external/external-purchases.csv", "documents/documents.csv", "months/heads.csv" })
        {
            Assert.Equal([0xEF, 0xBB, 0xBF], files[name][..3]);
        }

        Assert.Equal(14, Text("months/heads.csv").TrimEnd().Split("\r\n").Length);
        Assert.Contains("AC-2026-000001,acceptance line,2025-03,1,544.32", Text("documents/documents.csv"), StringComparison.Ordinal);
        Assert.Contains("公路局,1088.64,2", Text("reports/by-unit.csv"), StringComparison.Ordinal);
        Assert.Contains("周*任", Text("guides/guide-figures.csv"), StringComparison.Ordinal);
        Assert.All(files.Where(f => !f.Key.EndsWith(".xlsx", StringComparison.Ordinal)), f => Assert.DoesNotContain("周主任", Encoding.UTF8.GetString(f.Value), StringComparison.Ordinal));
        Assert.Contains("sha256sum -c SHA256SUMS.txt", Text("README.txt"), StringComparison.Ordinal);
        Assert.All(Order, c => Assert.Contains(c, Text("README.txt"), StringComparison.Ordinal));

        string Text(string name) => Encoding.UTF8.GetString(files[name]);
    }

    private static List<Dictionary<string, string>> Rows(Dictionary<string, byte[]> files) => JsonSerializer.Deserialize<List<Dictionary<string, string>>>(files["ledger/rows.json"])!;

    private static JsonElement Head(Dictionary<string, byte[]> files) => JsonDocument.Parse(Encoding.UTF8.GetString(files["ledger/head.json"]).TrimStart('\uFEFF')).RootElement;

    private static string? FirstWrong(List<Dictionary<string, string>> rows, JsonElement head)
    {
        var before = head.GetProperty("previousHash").GetString()!;
        var number = head.GetProperty("firstSequence").GetInt64();
        foreach (var row in rows)
        {
            var columns = row["adjustsMonth"] == "0" && row["designated"].Length == 0 ? Order[..^2] : Order;
            var text = string.Concat(columns.Select(c => $"{row[c].Length}:{row[c]};"));
            if (row["sequence"] != $"{number}" || row["previousHash"] != before || row["hash"] != Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))))
            {
                return row["sequence"];
            }

            (before, number) = (row["hash"], number + 1);
        }

        return number - 1 == head.GetProperty("lastSequence").GetInt64() && before == head.GetProperty("headHash").GetString() ? null : "end";
    }
}
