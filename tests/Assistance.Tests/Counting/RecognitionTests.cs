using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Recognitions;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Counting;

/// <summary>帮扶产品认定: what counts is the day of acceptance.</summary>
public sealed class RecognitionTests
{
    private static readonly CertificateRecorded Recognition = new(
        Guid.NewGuid(), World.Rice, "帮扶产品认定", "RD-2026-1", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), null, true);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_accepted_before_the_recognition_was_withdrawn_stay_recognised_and_later_ones_are_ordinary(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await world.Deliver(Recognition);
        var (before, after) = (new Trade(World.Highways, World.Mingdong), new Trade(World.Highways, World.Mingdong));
        await world.DeliverAll([before.Confirmed(), after.Confirmed(), before.Accepted(10, World.On(2026, 6, 14)), after.Accepted(7, World.On(2026, 6, 15))]);
        Assert.Equal([true, true], await Recognised(world));

        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Deliver(Recognition with { WithdrawnOn = new DateOnly(2026, 6, 15) });
        // A return goes with the purchase behind it, whenever it comes; both still count for their unit and village.
        await world.DeliverAll([before.Returned(1, World.On(2026, 7, 1))]);

        Assert.Equal([true, false, true], await Recognised(world));
        await using var db = world.Open();
        Assert.Equal(3, await db.LedgerEntries.CountAsync(e => e.VillageId == World.Mingdong && e.UnitId == World.Highways));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_older_saying_changes_nothing_and_other_certificates_recognise_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([trade.Confirmed(), trade.Accepted(10, World.On(2026, 6, 14))]);
        await world.Deliver(Recognition with { Kind = "SC", Recognition = false });
        Assert.Equal([false], await Recognised(world));

        await world.Deliver(Recognition with { WithdrawnOn = new DateOnly(2026, 6, 1) });
        world.Clock.SetUtcNow(World.On(2026, 8, 2));
        await world.Deliver(Recognition with { ValidTo = new DateOnly(2026, 6, 14) });
        Assert.Equal([true], await Recognised(world));
    }

    private static async Task<IEnumerable<bool?>> Recognised(World world)
    {
        await using var db = world.Open();
        var rows = await db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).Select(LedgerEntryView.Of).ToListAsync();
        var found = await new ReadRecognition(db).Of(rows, default);
        return rows.Select(r => found[r]);
    }
}
