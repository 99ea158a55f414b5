using Commerce.Catalog.Domain;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.ImportGoods;

/// <summary>A workbook is looked at by doing what it says and taking it back.</summary>
public sealed class RehearsalTests
{
    [SkippableTheory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_rehearsal_tells_what_would_come_of_it_changes_nothing_and_sets_nothing_off(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        await using var db = world.Open();
        var before = await db.Species.CountAsync();
        var setOff = false;

        var seen = await db.Rehearse(
            async () =>
            {
                db.Add(new Species { Id = Guid.NewGuid(), Name = "试一试", Sample = true });
                db.AfterCommit(() => setOff = true);
                await db.SaveChangesAsync();
                return await db.Species.CountAsync();
            },
            default);

        Assert.Equal(before + 1, seen);
        Assert.Equal(before, await db.Species.CountAsync());
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.False(setOff);
    }
}
