using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Ledger;

/// <summary>A thing that may be chosen.</summary>
internal sealed record Choice(Guid Id, string Name);

/// <summary>What the ledger of a year may be narrowed to: only what is in it, of the units that the asker may see.</summary>
internal sealed record Choices(IReadOnlyList<int> Years, IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Villages, IReadOnlyList<Choice> Products)
{
    /// <summary>What an address narrows to, in words: 2026年6月 公路局 明东村 食堂.</summary>
    public IEnumerable<string> Said(LedgerAddress address, bool chinese)
    {
        yield return address.Month is { } m ? chinese ? $"{m.Year}年{m.OfYear}月" : m.ToString()
            : address.Quarter is { } q ? LedgerWords.Quarter(q, chinese)
            : (address.Since is { } since ? $"{since}—" : "") + (chinese ? $"{address.Year}年" : $"{address.Year}");
        foreach (var name in new[] { NameOf(Units, address.Unit), NameOf(Villages, address.Village), NameOf(Products, address.Product) }.OfType<string>())
        {
            yield return name;
        }

        if (address.Purpose is { } purpose)
        {
            yield return LedgerWords.Of(purpose, chinese);
        }

        if (address.Origin is { } origin)
        {
            yield return LedgerWords.Of(origin, chinese);
        }

        if (address.Adjusts is { } earlier)
        {
            yield return chinese ? $"调整{earlier.Year}年{earlier.OfYear}月" : $"for {earlier}";
        }

        if (address.Channel is { } channel)
        {
            yield return LedgerWords.Of(channel, chinese);
        }

        if (address.Outlet is not null)
        {
            yield return chinese ? "一个销售点" : "one outlet";
        }

        if (address.AsInMonthTable)
        {
            yield return chinese ? "月报口径" : "as in the month's table";
        }
    }

    private static string? NameOf(IReadOnlyList<Choice> choices, Guid? id) => id is null ? null : choices.FirstOrDefault(c => c.Id == id)?.Name ?? "?";
}

/// <summary>Reads what may be chosen.</summary>
internal sealed class ReadChoices(AssistanceDbContext db, Actor actor, Demonstration demonstration)
{
    public async Task<Choices> Read(int year, CancellationToken ct)
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        var seen = db.LedgerTotals.AsNoTracking().ThatCount(demonstration).Where(t => visible.Contains(t.UnitId));
        var years = await seen.Select(t => t.MonthNumber / 100).Distinct().OrderByDescending(y => y).ToListAsync(ct);
        var rows = await seen.OfYear(year).Select(t => new { t.UnitId, t.VillageId, t.ProductId }).Distinct().ToListAsync(ct);
        var units = rows.Select(r => r.UnitId).Union(await db.Commitments.AsNoTracking().Where(c => c.Year == year && c.Scope == CommitmentScope.OwnGuide && visible.Contains(c.UnitId)).Select(c => c.UnitId).ToListAsync(ct)).ToList();
        var ids = units.Concat(rows.Select(r => r.VillageId)).Concat(rows.Select(r => r.ProductId)).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var order = await db.KnownUnits.AsNoTracking().Where(u => units.Contains(u.UnitId)).ToDictionaryAsync(u => u.UnitId, u => u.Position, ct);
        return new(
            [.. years.Append(year).Distinct().OrderDescending()],
            [.. units.OrderBy(u => order.GetValueOrDefault(u, long.MaxValue)).Select(Named)],
            [.. rows.Select(r => r.VillageId).Where(v => v != Guid.Empty).Distinct().Select(Named).OrderBy(c => c.Name, StringComparer.Ordinal)],
            [.. rows.Select(r => r.ProductId).Where(p => p != Guid.Empty).Distinct().Select(Named).OrderBy(c => c.Name, StringComparer.Ordinal)]);

        Choice Named(Guid id) => new(id, names.GetValueOrDefault(id, "?"));
    }
}
