using System.Globalization;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Moves;

/// <summary>Which requests are asked for; what is left out isn't narrowed.</summary>
internal sealed record MoveFilter([property: IdOf("ou")] IReadOnlyList<Guid>? UnitIds = null, MoveState? State = null);

/// <summary>A request as shown.</summary>
/// <param name="Move">The request.</param>
/// <param name="From">The unit that has it.</param>
/// <param name="To">The unit that should.</param>
internal sealed record MoveView(PurchaseMove Move, string From, string To) : IHaveId
{
    public Guid Id => Move.Id;
}

/// <summary>A line that is to move, or has moved: what the other unit needs to decide, and no more.</summary>
internal sealed record MoveLine(string Product, string? Village, PurchasePurpose Purpose, Quantity Quantity, Money Amount, Month CountedIn);

/// <summary>A page of requests.</summary>
/// <param name="Waiting">Those that the asker may decide on.</param>
/// <param name="Others">All others, the last asked first.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="More">Before which the next page begins; null at the end.</param>
internal sealed record MoveList(IReadOnlyList<MoveView> Waiting, IReadOnlyList<MoveView> Others, int Count, long? More);

/// <summary>Reads the requests that concern the units of the asker.</summary>
internal sealed class ReadMoves(AssistanceDbContext db, Actor actor, TimeProvider clock)
{
    public const int PageSize = 50;

    public static bool Sees(Actor actor, PurchaseMove move) => actor.Can(Capability.MoveRead, move.FromUnitId) || actor.Can(Capability.MoveRead, move.ToUnitId);

    public async Task<MoveList> Page(MoveFilter filter, long? before, CancellationToken ct)
    {
        var all = Asked(filter);
        var waiting = Deciding(all);
        var ids = await waiting.OrderBy(m => m.Position).Take(PageSize).Select(m => m.Position).ToListAsync(ct);
        var rest = await all.Where(m => !ids.Contains(m.Position) && (before == null || m.Position < before)).OrderByDescending(m => m.Position).Take(PageSize + 1).ToListAsync(ct);
        return new(
            await Views(await all.Where(m => ids.Contains(m.Position)).OrderBy(m => m.Position).ToListAsync(ct), ct), await Views([.. rest.Take(PageSize)], ct),
            await all.CountAsync(ct), rest.Count > PageSize ? rest[PageSize - 1].Position : null);
    }

    public async Task<Page<MoveView>> Connection(MoveFilter filter, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var (all, after) = (Asked(filter), page.AfterNumber ?? 0);
        var rows = await all.Where(m => m.Position > after).OrderBy(m => m.Position).Take(page.First + 1).ToListAsync(ct);
        return page.PageOf(await Views(rows, ct), v => v.Move.Position.ToString(CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    public async Task<IReadOnlyDictionary<Guid, MoveView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await Seen().Where(m => ids.Contains(m.Id)).ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    /// <summary>What is to move as it is now, or what moved then. Whoever asks for another unit's paper doesn't see into it before that unit has agreed.</summary>
    public async Task<IReadOnlyList<MoveLine>> Lines(PurchaseMove move, CancellationToken ct)
    {
        if (move.State is not (MoveState.Asked or MoveState.Agreed)
            || !(actor.Can(Capability.MoveRead, move.FromUnitId) || move.State == MoveState.Agreed || move.DecidingUnitId == move.ToUnitId))
        {
            return [];
        }

        var lines = move.State == MoveState.Asked
            ? await db.StandingOf(move.AcceptanceId, move.FromUnitId, ct)
            : [.. (await RowsOf(move).Where(e => e.EventId == move.Id && e.Kind == LedgerKind.MovedIn).OrderBy(e => e.Sequence).ToListAsync(ct)).Select(e => new StandingLine(e, e.AmountFen, e.QuantityMilli))];
        var ids = lines.SelectMany(l => new[] { l.Original.ProductId, l.Original.VillageId }).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return
        [
            .. lines.Select(l => new MoveLine(
                names.GetValueOrDefault(l.Original.ProductId, ""), l.Original.VillageId == Guid.Empty ? null : names.GetValueOrDefault(l.Original.VillageId, ""),
                l.Original.Purpose, l.Quantity, l.Amount, new(l.Original.MonthNumber))),
        ];
    }

    /// <summary>Their rows of the ledger, as far as they are the asker's to see.</summary>
    public async Task<IReadOnlyList<LedgerEntryView>> Rows(PurchaseMove move, CancellationToken ct)
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        return await RowsOf(move).Where(e => visible.Contains(e.UnitId)).OrderBy(e => e.Sequence).Select(LedgerEntryView.Of).ToListAsync(ct);
    }

    /// <summary>Units that exist today, as organisations list them.</summary>
    public async Task<IReadOnlyList<Choice>> Units(bool own, CancellationToken ct)
    {
        var (mine, today) = (actor.UnitsWhere(Capability.MoveAsk), clock.GetUtcNow().DayInChina());
        return await (
            from unit in db.KnownUnits.AsNoTracking()
            where (unit.ValidTo == null || unit.ValidTo > today) && (!own || mine.Contains(unit.UnitId))
            join name in db.KnownNames on unit.UnitId equals name.Id
            orderby unit.Position
            select new Choice(unit.UnitId, name.Name)).ToListAsync(ct);
    }

    /// <summary>Requests that the asker may decide on.</summary>
    public IQueryable<PurchaseMove> Deciding(IQueryable<PurchaseMove> moves)
    {
        var (units, me) = (actor.UnitsWhere(Capability.AssistanceConfirm), actor.Id);
        return moves.Where(m => m.State == MoveState.Asked && m.AskedById != me
            && ((m.AskedByUnitId == m.FromUnitId && units.Contains(m.ToUnitId)) || (m.AskedByUnitId == m.ToUnitId && units.Contains(m.FromUnitId))));
    }

    /// <summary>All that concern the asker's units.</summary>
    public IQueryable<PurchaseMove> Seen()
    {
        var visible = actor.UnitsWhere(Capability.MoveRead);
        return db.PurchaseMoves.AsNoTracking().Where(m => visible.Contains(m.FromUnitId) || visible.Contains(m.ToUnitId));
    }

    // By way of the acceptance's lines: rows are found by those.
    private IQueryable<LedgerEntry> RowsOf(PurchaseMove move) => db.LedgerEntries.AsNoTracking().Where(e =>
        db.LedgerEntries.Where(o => o.AcceptanceId == move.AcceptanceId && o.Kind == LedgerKind.Purchase).Select(o => o.OriginalLineId).Contains(e.OriginalLineId)
        && e.SourceType == LedgerSources.Move && e.SourceId == move.Id);

    private IQueryable<PurchaseMove> Asked(MoveFilter filter)
    {
        var all = Seen();
        if (filter.UnitIds is { } units)
        {
            all = all.Where(m => units.Contains(m.FromUnitId) || units.Contains(m.ToUnitId));
        }

        return filter.State is { } state ? all.Where(m => m.State == state) : all;
    }

    private async Task<IReadOnlyList<MoveView>> Views(List<PurchaseMove> moves, CancellationToken ct)
    {
        var ids = moves.SelectMany(m => new[] { m.FromUnitId, m.ToUnitId }).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return [.. moves.Select(m => new MoveView(m, names.GetValueOrDefault(m.FromUnitId, ""), names.GetValueOrDefault(m.ToUnitId, "")))];
    }
}
