using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Follow;

/// <summary>An order with everything that happened to it, as one person sees it.</summary>
internal sealed record OrderStory
{
    public required OrderView Order { get; init; }

    public required string Unit { get; init; }

    /// <summary>计入单位, when it is another.</summary>
    public required string? CountsFor { get; init; }

    public required string? Canteen { get; init; }

    public required string SupplyUnit { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public required IReadOnlyList<Approval> Approvals { get; init; }

    public required IReadOnlyList<Delivery> Deliveries { get; init; }

    public required IReadOnlyList<Acceptance> Acceptances { get; init; }

    public required IReadOnlyList<GoodsReturn> Returns { get; init; }

    public required IReadOnlyList<HistoryEntry> History { get; init; }

    public required IReadOnlyList<OrderAction> Allowed { get; init; }

    /// <summary>Who has to agree, one after the other; empty before it is handed in.</summary>
    public IReadOnlyList<ApprovalStep> Steps { get; init; } = [];

    /// <summary>The policy's version under which it was handed in; 0 for the usual one.</summary>
    public int PolicyNumber { get; init; }

    /// <summary>疑似拆单, while it waits for a decision.</summary>
    public SplitFlag? Split { get; init; }

    /// <summary>The batches on record that were sent, by id.</summary>
    public IReadOnlyDictionary<Guid, KnownBatch> Batches { get; init; } = new Dictionary<Guid, KnownBatch>();

    /// <summary>The lines of recognised goods (认定): on the day of acceptance, before it today; the others are ordinary ones.</summary>
    public IReadOnlySet<Guid> Recognised { get; init; } = new HashSet<Guid>();

    /// <summary>The line that a part of a paper speaks of.</summary>
    public OrderLine Line(Guid id) => Lines.Single(l => l.Id == id);
}

/// <summary>Reads one order by the number on its papers, or by that of a delivery, an acceptance or a return of it.</summary>
internal sealed class ReadOrder(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>Null when there is none, or it isn't the reader's to see: the two look the same.</summary>
    /// <param name="number">PO-, DN-, AC- or RT-, with year and number.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<OrderStory?> Read(string number, CancellationToken ct)
    {
        var seen = db.Orders.AsNoTracking().VisibleTo(actor);
        var asked = number.Split('-') switch
        {
            ["PO", var year, var count] when Serial(year, count) is { } serial => seen.Where(o => o.Serial == serial),
            ["DN", ..] => seen.Where(o => o.Deliveries.Any(d => d.Number == number)),
            ["AC", ..] => seen.Where(o => o.Acceptances.Any(a => a.Number == number)),
            ["RT", ..] => seen.Where(o => o.Returns.Any(r => r.Number == number)),
            _ => null,
        };
        return asked is not null && await asked.Select(OrderView.From).SingleOrDefaultAsync(ct) is { } order ? await Story(order, ct) : null;
    }

    /// <summary>The number of an order that was just made; null when it isn't the reader's to see.</summary>
    public Task<string?> NumberOf(Guid id, CancellationToken ct) =>
        db.Orders.AsNoTracking().VisibleTo(actor).Where(o => o.Id == id).Select(o => (string?)o.Number).SingleOrDefaultAsync(ct);

    private async Task<OrderStory> Story(OrderView view, CancellationToken ct)
    {
        var order = await db.Orders.AsNoTracking().Where(o => o.Id == view.Id)
            .Include(o => o.Lines.OrderBy(l => l.Position))
            .Include(o => o.Approvals.OrderBy(a => a.Sequence))
            .Include(o => o.History.OrderBy(h => h.Sequence))
            .Include(o => o.Deliveries.OrderBy(d => d.Number)).ThenInclude(d => d.Lines.OrderBy(l => l.Position))
            .Include(o => o.Acceptances.OrderBy(a => a.Number)).ThenInclude(a => a.Lines.OrderBy(l => l.Position)).ThenInclude(l => l.Photos)
            .Include(o => o.Acceptances).ThenInclude(a => a.Signatures.OrderBy(s => s.Position))
            .Include(o => o.Returns.OrderBy(r => r.Number)).ThenInclude(r => r.Lines.OrderBy(l => l.Position))
            .AsSplitQuery().SingleAsync(ct);
        Guid[] units = [view.UnitId, view.CountsForUnitId, view.SupplyUnitId];
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var policy = await db.PolicyUnder(view.PolicyId, ct);
        return new()
        {
            Steps = view.AwaitsLevel == 0 ? [] : policy.Steps(view.Purpose, view.EstimatedFen),
            PolicyNumber = policy.Number,
            Split = view.Stage == OrderStage.Submitted ? await db.SplitOf(view.Id, ct) : null,
            Order = view,
            Unit = names.GetValueOrDefault(view.UnitId, ""),
            CountsFor = view.CountsForUnitId == view.UnitId ? null : names.GetValueOrDefault(view.CountsForUnitId),
            Canteen = view.CanteenId is { } canteen ? await db.Canteens.AsNoTracking().Where(c => c.Id == canteen).Select(c => c.Name).SingleOrDefaultAsync(ct) : null,
            SupplyUnit = names.GetValueOrDefault(view.SupplyUnitId, ""),
            Lines = order.Lines,
            Approvals = order.Approvals,
            Deliveries = order.Deliveries,
            Acceptances = order.Acceptances,
            Returns = order.Returns,
            History = order.History,
            Recognised = await db.RecognisedLines(order, clock.GetUtcNow().DayInChina(), ct),
            Batches = await db.BatchesSent(order.Deliveries, ct),
            Allowed = (await db.ActionsFor(actor, [view], clock.GetUtcNow(), ct))[view],
        };
    }

    private static long? Serial(string year, string count) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y < 10_000 && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? Numbering.Serial(y, n)
            : null;
}
