using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Lapsing;

/// <summary>Lines of orders that haven't wholly left, of goods whose certificates have run out or will soon: of the orders that the reader sees.</summary>
internal sealed class ReadLapsing(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>So many days before the last day of a certificate its open orders are listed.</summary>
    public const int Ahead = 30;

    public const int Soon = 7;

    /// <summary>All lines that the address asks for, what ends first first.</summary>
    public async Task<LapsingList> Read(string? state, string? unit, CancellationToken ct)
    {
        var all = await All(ct);
        return new(
            [.. all.Where(l => Fits(l, state) && (string.IsNullOrEmpty(unit) || l.UnitId.ToString() == unit))],
            all.Where(l => string.IsNullOrEmpty(unit) || l.UnitId.ToString() == unit).CountBy(l => LapsingList.Name(l.DaysLeft)).ToDictionary(),
            [.. all.GroupBy(l => (l.UnitId, l.Unit)).OrderBy(u => u.Key.Unit, StringComparer.Ordinal).Select(u => (u.Key.UnitId, u.Key.Unit, u.Count(l => Fits(l, state))))],
            clock.GetUtcNow().DayInChina());
    }

    /// <summary>All lines.</summary>
    public async Task<IReadOnlyList<LapsingLine>> All(CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        var (last, until) = (today.AddDays(Ahead), today.AddDays(Ahead + 1));
        var ending = db.Certificates.Where(c => c.ValidTo <= last || c.WithdrawnOn <= until);
        var open = db.Orders.AsNoTracking().VisibleTo(actor)
            .Where(o => !o.RestCancelled && o.HasUndispatched && (o.Stage == OrderStage.Submitted || o.Stage == OrderStage.Approved || o.Stage == OrderStage.Confirmed));
        var found = await db.Lines.AsNoTracking().Where(l => !l.Closed && ending.Any(c => c.ProductId == l.ProductId))
            .Join(open, l => l.OrderId, o => o.Id, (l, o) => new
            {
                o.Number,
                o.UnitId,
                o.Status,
                o.SubmittedAt,
                Unit = db.Units.Where(u => u.Id == o.UnitId).Select(u => u.Name).FirstOrDefault() ?? "",
                Line = l,
            }).ToListAsync(ct);
        Guid[] goods = [.. found.Select(f => f.Line.ProductId).Distinct()];
        var missing = (await db.Certificates.AsNoTracking().Where(c => goods.Contains(c.ProductId)).ToListAsync(ct)).GroupBy(c => c.ProductId)
            .ToDictionary(g => g.Key, g => MissingPaper.Of(g, today, until).OrderBy(m => m.From).ThenBy(m => m.Kind, StringComparer.Ordinal).ToList());
        return
        [
            .. found.Where(f => f.Line.UndispatchedMilli > 0).SelectMany(f => missing.GetValueOrDefault(f.Line.ProductId, []).Take(1).Select(m => new LapsingLine(
                    f.Number, f.UnitId, f.Unit, f.Status, f.SubmittedAt!.Value, f.Line.ProductName, f.Line.Specification,
                    new Quantity(f.Line.UndispatchedMilli, f.Line.SettleUnit), Money.FromFen(f.Line.AmountOf(f.Line.UndispatchedMilli)), m, m.From.DayNumber - 1 - today.DayNumber)))
                .OrderBy(l => l.Missing.From).ThenBy(l => l.SubmittedAt).ThenBy(l => l.Number, StringComparer.Ordinal),
        ];
    }

    private static bool Fits(LapsingLine line, string? state) => string.IsNullOrEmpty(state) || LapsingList.Name(line.DaysLeft) == state;
}

/// <summary>A line that can't leave, or soon can't.</summary>
/// <param name="Number">Of its order.</param>
/// <param name="UnitId">Who ordered.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Status">Of the order.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
/// <param name="Product">The good.</param>
/// <param name="Specification">Its pack.</param>
/// <param name="Open">What hasn't left.</param>
/// <param name="Amount">What that costs at the agreed price.</param>
/// <param name="Missing">The kind of certificate that ends first.</param>
/// <param name="DaysLeft">Days left after today; negative when it has run out.</param>
internal sealed record LapsingLine(
    string Number, Guid UnitId, string Unit, OrderStatus Status, DateTimeOffset SubmittedAt, string Product, string Specification, Quantity Open, Money Amount, MissingPaper Missing, int DaysLeft);

/// <summary>The list, with how many rows each choice would leave.</summary>
internal sealed record LapsingList(IReadOnlyList<LapsingLine> Rows, IReadOnlyDictionary<string, int> States, IReadOnlyList<(Guid Id, string Name, int Count)> Units, DateOnly Today)
{
    /// <summary>How near the end is, as the address writes it.</summary>
    public static string Name(int daysLeft) => daysLeft switch
    {
        < 0 => "out",
        <= ReadLapsing.Soon => "week",
        _ => "month",
    };
}
