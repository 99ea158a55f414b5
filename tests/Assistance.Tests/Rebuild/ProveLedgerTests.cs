using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Rebuild;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Rebuild;

/// <summary>Somebody has the database's password and time.</summary>
public sealed class ProveLedgerTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_ledger_as_it_was_written_is_whole_and_its_paper_fits(DatabaseProvider provider)
    {
        await using var world = await Five(provider);
        var proof = await Prove(world);

        Assert.Equal((5L, null), (proof.Rows, proof.Fault));
        Assert.Null((await Prove(world, $"5:{proof.Head}")).Fault);
        Assert.Null((await Prove(world, proof.Head.ToLowerInvariant())).Fault);
        Assert.Null((await Prove(world, await HashOf(world, 3))).Fault);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_changed_cell_is_named(DatabaseProvider provider)
    {
        await using var world = await Five(provider);
        await Tamper(world, db => db.LedgerEntries.Where(e => e.Sequence == 3).ExecuteUpdateAsync(s => s.SetProperty(e => e.AmountFen, e => e.AmountFen + 1)));

        Assert.Equal(3, (await Prove(world)).Fault!.Sequence);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_deleted_row_is_named(DatabaseProvider provider)
    {
        await using var world = await Five(provider);
        await Tamper(world, db => db.LedgerEntries.Where(e => e.Sequence == 2).ExecuteDeleteAsync());

        Assert.Equal(2, (await Prove(world)).Fault!.Sequence);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_rows_that_changed_places_are_named(DatabaseProvider provider)
    {
        await using var world = await Five(provider);
        foreach (var (from, to) in new (long, long)[] { (2, 99), (4, 2), (99, 4) })
        {
            await Tamper(world, db => db.LedgerEntries.Where(e => e.Sequence == from).ExecuteUpdateAsync(s => s.SetProperty(e => e.Sequence, to)));
        }

        Assert.Equal(2, (await Prove(world)).Fault!.Sequence);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_tail_that_was_cut_off_with_its_head_shows_on_paper_alone(DatabaseProvider provider)
    {
        await using var world = await Five(provider);
        var paper = (await Prove(world)).Head;
        var third = await HashOf(world, 3);
        await Tamper(world, db => db.LedgerEntries.Where(e => e.Sequence > 3).ExecuteDeleteAsync());
        Assert.Equal(4, (await Prove(world)).Fault!.Sequence);
        await Tamper(world, db => db.LedgerHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, 3).SetProperty(h => h.Hash, third)));

        Assert.Null((await Prove(world)).Fault);
        Assert.Equal(4, (await Prove(world, $"5:{paper}")).Fault!.Sequence);
        Assert.Equal(4, (await Prove(world, paper)).Fault!.Sequence);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_chain_that_was_written_anew_shows_on_paper_and_by_a_closed_month(DatabaseProvider provider)
    {
        await using var world = await Five(provider);
        var paper = (await Prove(world)).Head;
        await Rewrite(world);

        Assert.Null((await Prove(world)).Fault);
        Assert.Equal(5, (await Prove(world, $"5:{paper}")).Fault!.Sequence);
        Assert.Equal(6, (await Prove(world, paper)).Fault!.Sequence);
        await using var db = world.Open();
        db.MonthVersions.Add(new MonthVersion
        {
            Id = Guid.NewGuid(),
            MonthNumber = 202606,
            Number = 1,
            FirstById = Guid.NewGuid(),
            FirstByName = "甲",
            FirstAt = world.Clock.GetUtcNow(),
            SecondById = Guid.NewGuid(),
            SecondByName = "乙",
            ClosedAt = world.Clock.GetUtcNow(),
            Entries = 5,
            Total = default,
            Unconfirmed = 0,
            LastSequence = 5,
            LedgerHash = paper,
            Lines = "[]",
        });
        await db.SaveChangesAsync();
        var fault = (await Prove(world)).Fault!;
        Assert.Equal(5, fault.Sequence);
        Assert.Contains("2026-06, version 1", fault.What, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_row_behind_the_head_is_named(DatabaseProvider provider)
    {
        await using var world = await Five(provider);
        var third = await HashOf(world, 3);
        await Tamper(world, db => db.LedgerHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, 3).SetProperty(h => h.Hash, third)));

        Assert.Equal(4, (await Prove(world)).Fault!.Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("x:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_head_is_not_taken_for_one(string text) => Assert.Null(ProveLedger.Paper(text));

    private static async Task<World> Five(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        foreach (var kilos in new[] { 10m, 20m, 30m, 40m, 50m })
        {
            var trade = new Trade(World.Highways, World.Mingdong);
            await world.DeliverAll([trade.Confirmed(), trade.Accepted(kilos, World.On(2026, 6, 10))]);
        }

        return world;
    }

    private static async Task<LedgerProof> Prove(World world, string? paper = null)
    {
        await using var db = world.Open();
        return await new ProveLedger(db).Read(paper is null ? null : ProveLedger.Paper(paper)!, default);
    }

    private static async Task<string> HashOf(World world, long row)
    {
        await using var db = world.Open();
        return await db.LedgerEntries.Where(e => e.Sequence == row).Select(e => e.Hash).SingleAsync();
    }

    private static async Task Tamper(World world, Func<AssistanceDbContext, Task<int>> act)
    {
        await using var db = world.Open();
        Assert.Equal(1, Math.Min(1, await act(db)));
    }

    // As the program itself would have written them: every hash fits, only the amounts aren't what they were.
    private static async Task Rewrite(World world)
    {
        await using var db = world.Open();
        var rows = await db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
        await db.LedgerEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(s => s.SetProperty(e => e.AmountFen, e => e.AmountFen * 2));
        var fresh = await db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
        var head = LedgerChain.Continue(new LedgerHead(), fresh);
        foreach (var row in fresh)
        {
            await db.LedgerEntries.Where(e => e.Sequence == row.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.PreviousHash, row.PreviousHash).SetProperty(e => e.Hash, row.Hash));
        }

        await db.LedgerHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Hash, head.Hash));
        Assert.NotEqual(rows[4].Hash, head.Hash);
    }
}
