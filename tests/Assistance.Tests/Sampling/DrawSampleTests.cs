using System.Security.Cryptography;
using System.Text;
using Commerce.Assistance.Data;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Recognitions;
using Commerce.Assistance.Sampling;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Sampling;

public sealed class DrawSampleTests
{
    private static readonly LedgerAddress Of2026 = new() { Year = 2026 };
    private static readonly Actor Auditor = World.Person("孙审计", [Capability.AssistanceRead, Capability.AuditRead], World.Highways, World.Transport);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_seed_draws_the_same_rows_whatever_came_since_and_anybody_can_do_it_over(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Fill(world, 12);
        var first = (await Draw(world, Auditor, "2026-07-A", 4, null))!;
        await Fill(world, 5);

        var again = (await Draw(world, Auditor, "2026-07-A", 4, first.Upto))!;
        var now = (await Draw(world, Auditor, "2026-07-A", 4, null))!;

        Assert.Equal((12, 12L, 12 * 112m), (first.Population, first.Upto, first.Sum.Amount));
        Assert.Equal(first.Rows.Select(r => r.Entry.Sequence), again.Rows.Select(r => r.Entry.Sequence));
        Assert.Equal((first.Population, first.Hash, first.Drawn), (again.Population, again.Hash, again.Drawn));
        Assert.Equal(17, now.Population);
        await using var db = world.Open();
        var byHand = (await db.LedgerEntries.Where(e => e.Sequence <= 12).Select(e => new { e.Sequence, e.Hash }).ToListAsync())
            .OrderBy(e => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("2026-07-A:" + e.Hash))), StringComparer.Ordinal).Take(4).Select(e => e.Sequence);
        Assert.Equal(byHand, first.Rows.Select(r => r.Entry.Sequence));
        Assert.NotEqual(first.Rows.Select(r => r.Entry.Sequence), (await Draw(world, Auditor, "2026-07-B", 4, 12))!.Rows.Select(r => r.Entry.Sequence));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_sample_is_for_auditors_holds_what_they_may_see_and_never_more_than_there_is(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Fill(world, 3);
        var ofOne = World.Person("只审运输局", [Capability.AssistanceRead, Capability.AuditRead], World.Transport);

        Assert.Null(await Draw(world, World.Person("只看报表", [Capability.AssistanceRead], World.Highways), "x", 2, null));
        Assert.Equal(0, (await Draw(world, ofOne, "x", 2, null))!.Population);
        Assert.Equal(3, (await Draw(world, Auditor, "x", 500, 999))!.Rows.Count);
        Assert.Equal((1, 3L), (await Draw(world, Auditor, "x", -1, 999)) is { } least ? (least.Rows.Count, least.Upto) : default);
    }

    private static async Task Fill(World world, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var trade = new Trade(World.Highways, World.Mingdong);
            await world.DeliverAll([trade.Confirmed(), trade.Accepted(10m, World.On(2026, 6, 10 + i))]);
        }
    }

    private static async Task<Assistance.Sampling.Sample?> Draw(World world, Actor actor, string seed, int size, long? upto)
    {
        await using var db = world.Open();
        var rows = new ReadRows(db, actor, World.Shown, new ReadRecognition(db));
        return await new DrawSample(db, rows, new ReadChoices(db, actor, World.Shown), actor, World.Shown, world.Clock).Draw(Of2026, seed, size, upto, default);
    }
}
