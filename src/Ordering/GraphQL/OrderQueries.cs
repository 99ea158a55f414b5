using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.GraphQL;

/// <summary>Lists of orders and their parts: one statement per kind of part, however many orders.</summary>
internal static class OrderQueries
{
    public static async Task<object?> Orders(Ask ask)
    {
        var page = ask.Page();
        var db = ask.Service<OrderingDbContext>();
        var matching = db.Orders.AsNoTracking().VisibleTo(ask.Actor).Matching(db, ask.Arg<OrderFilter>("filter"));
        var below = page.AfterNumber;
        var rows = await (below is null ? matching : matching.Where(o => o.Serial < below))
            .OrderByDescending(o => o.Serial).Take(page.First + 1).Select(OrderView.From).ToListAsync(ask.Cancel);
        var cancel = ask.Cancel;
        return page.PageOf(
            rows, o => o.Serial.ToString(System.Globalization.CultureInfo.InvariantCulture), ask.Service<Cursors>(), async () => await matching.CountAsync(cancel));
    }

    public static async Task<IReadOnlyDictionary<Guid, OrderView>> OrdersById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        await ask.Service<OrderingDbContext>().Orders.AsNoTracking().VisibleTo(ask.Actor).Where(o => ids.Contains(o.Id))
            .Select(OrderView.From).ToDictionaryAsync(o => o.Id, ask.Cancel);

    public static async Task<IReadOnlyDictionary<Guid, OrderLineView>> LinesById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        await ask.Service<OrderingDbContext>().Orders.AsNoTracking().VisibleTo(ask.Actor).SelectMany(o => o.Lines).Where(l => ids.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, l => new OrderLineView(l), ask.Cancel);

    public static async Task<IReadOnlyDictionary<Guid, DeliveryView>> DeliveriesById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        await ask.Service<OrderingDbContext>().Orders.AsNoTracking().VisibleTo(ask.Actor).SelectMany(o => o.Deliveries).Where(d => ids.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, d => new DeliveryView(d), ask.Cancel);

    public static async Task<IReadOnlyDictionary<Guid, AcceptanceView>> AcceptancesById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        await ask.Service<OrderingDbContext>().Orders.AsNoTracking().VisibleTo(ask.Actor).SelectMany(o => o.Acceptances).Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => new AcceptanceView(a), ask.Cancel);

    public static async Task<IReadOnlyDictionary<Guid, GoodsReturnView>> ReturnsById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        await ask.Service<OrderingDbContext>().Orders.AsNoTracking().VisibleTo(ask.Actor).SelectMany(o => o.Returns).Where(r => ids.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => new GoodsReturnView(r), ask.Cancel);

    public static async Task<IReadOnlyDictionary<Guid, List<OrderLineView>>> Lines(Ask ask, IReadOnlyCollection<Guid> orders) =>
        (await ask.Service<OrderingDbContext>().Lines.AsNoTracking().Where(l => orders.Contains(l.OrderId)).OrderBy(l => l.Position).ToListAsync(ask.Cancel))
            .GroupBy(l => l.OrderId).ToDictionary(g => g.Key, g => g.Select(l => new OrderLineView(l)).ToList());

    public static async Task<IReadOnlyDictionary<Guid, List<ApprovalView>>> Approvals(Ask ask, IReadOnlyCollection<Guid> orders) =>
        (await ask.Service<OrderingDbContext>().Approvals.AsNoTracking().Where(a => orders.Contains(a.OrderId)).OrderBy(a => a.Sequence).ToListAsync(ask.Cancel))
            .GroupBy(a => a.OrderId).ToDictionary(g => g.Key, g => g.Select(a => new ApprovalView(a)).ToList());

    public static async Task<IReadOnlyDictionary<Guid, List<DeliveryView>>> Deliveries(Ask ask, IReadOnlyCollection<Guid> orders) =>
        (await ask.Service<OrderingDbContext>().Deliveries.AsNoTracking().Where(d => orders.Contains(d.OrderId)).OrderBy(d => d.Number).ToListAsync(ask.Cancel))
            .GroupBy(d => d.OrderId).ToDictionary(g => g.Key, g => g.Select(d => new DeliveryView(d)).ToList());

    public static async Task<IReadOnlyDictionary<Guid, List<DeliveryLineView>>> DeliveryLines(Ask ask, IReadOnlyCollection<Guid> deliveries) =>
        (await ask.Service<OrderingDbContext>().DeliveryLines.AsNoTracking().Where(l => deliveries.Contains(l.DeliveryId)).OrderBy(l => l.Position).ToListAsync(ask.Cancel))
            .GroupBy(l => l.DeliveryId).ToDictionary(g => g.Key, g => g.Select(l => new DeliveryLineView(l)).ToList());

    public static async Task<IReadOnlyDictionary<Guid, List<AcceptanceView>>> Acceptances(Ask ask, IReadOnlyCollection<Guid> orders) =>
        (await ask.Service<OrderingDbContext>().Acceptances.AsNoTracking().Where(a => orders.Contains(a.OrderId)).OrderBy(a => a.Number).ToListAsync(ask.Cancel))
            .GroupBy(a => a.OrderId).ToDictionary(g => g.Key, g => g.Select(a => new AcceptanceView(a)).ToList());

    public static async Task<IReadOnlyDictionary<Guid, List<AcceptanceLineView>>> AcceptanceLines(Ask ask, IReadOnlyCollection<Guid> acceptances)
    {
        var db = ask.Service<OrderingDbContext>();
        return (await db.AcceptanceLines.AsNoTracking().Where(l => acceptances.Contains(l.AcceptanceId)).OrderBy(l => l.Position)
                .Select(l => new { Line = l, Signed = db.Acceptances.Any(a => a.Id == l.AcceptanceId && a.State == AcceptanceState.Signed) }).ToListAsync(ask.Cancel))
            .GroupBy(l => l.Line.AcceptanceId).ToDictionary(g => g.Key, g => g.Select(l => new AcceptanceLineView(l.Line, l.Signed)).ToList());
    }

    public static async Task<IReadOnlyDictionary<Guid, List<ImageView>>> Photos(Ask ask, IReadOnlyCollection<Guid> lines)
    {
        var db = ask.Service<OrderingDbContext>();
        var rows = await (
            from photo in db.AcceptancePhotos.AsNoTracking()
            where lines.Contains(photo.AcceptanceLineId)
            join weighed in db.AcceptanceLines on photo.AcceptanceLineId equals weighed.Id
            join line in db.Lines on weighed.OrderLineId equals line.Id
            orderby photo.Position
            select new { photo, line.ProductName }).ToListAsync(ask.Cancel);
        return rows.GroupBy(r => r.photo.AcceptanceLineId).ToDictionary(g => g.Key, g => g.Select((r, i) => new ImageView(r.photo.FileId, r.ProductName, i + 1)).ToList());
    }

    public static async Task<IReadOnlyDictionary<Guid, ImageView>> FirstPhotos(Ask ask, IReadOnlyCollection<Guid> lines) =>
        (await Photos(ask, lines)).ToDictionary(p => p.Key, p => p.Value[0]);

    public static async Task<IReadOnlyDictionary<Guid, List<SignatureView>>> Signatures(Ask ask, IReadOnlyCollection<Guid> acceptances) =>
        (await ask.Service<OrderingDbContext>().Signatures.AsNoTracking().Where(s => acceptances.Contains(s.AcceptanceId)).OrderBy(s => s.Position).ToListAsync(ask.Cancel))
            .GroupBy(s => s.AcceptanceId).ToDictionary(g => g.Key, g => g.Select(s => new SignatureView(s)).ToList());

    public static async Task<IReadOnlyDictionary<Guid, List<GoodsReturnView>>> Returns(Ask ask, IReadOnlyCollection<Guid> orders) =>
        (await ask.Service<OrderingDbContext>().Returns.AsNoTracking().Where(r => orders.Contains(r.OrderId)).OrderBy(r => r.Number).ToListAsync(ask.Cancel))
            .GroupBy(r => r.OrderId).ToDictionary(g => g.Key, g => g.Select(r => new GoodsReturnView(r)).ToList());

    public static async Task<IReadOnlyDictionary<Guid, List<GoodsReturnLineView>>> ReturnLines(Ask ask, IReadOnlyCollection<Guid> returns) =>
        (await ask.Service<OrderingDbContext>().ReturnLines.AsNoTracking().Where(l => returns.Contains(l.ReturnId)).OrderBy(l => l.Position).ToListAsync(ask.Cancel))
            .GroupBy(l => l.ReturnId).ToDictionary(g => g.Key, g => g.Select(l => new GoodsReturnLineView(l)).ToList());

    public static async Task<IReadOnlyDictionary<OrderView, IEnumerable<string>>> AllowedActions(Ask ask, IReadOnlyCollection<OrderView> orders) =>
        (await ask.Service<OrderingDbContext>().ActionsFor(ask.Actor, orders, ask.Service<TimeProvider>().GetUtcNow(), ask.Cancel)).ToDictionary(o => o.Key, o => o.Value.Select(a => GraphJson.EnumName(a)));

    public static async Task<IReadOnlyDictionary<Guid, Page<HistoryView>>> History(Ask ask, IReadOnlyCollection<Guid> orders)
    {
        var page = ask.Page();
        var db = ask.Service<OrderingDbContext>();
        var cursors = ask.Service<Cursors>();
        var cancel = ask.Cancel;
        var after = page.AfterNumber ?? 0;
        var rows = await db.Orders.AsNoTracking().Where(o => orders.Contains(o.Id))
            .SelectMany(o => o.History.Where(h => h.Sequence > after).OrderBy(h => h.Sequence).Take(page.First + 1)).ToListAsync(cancel);
        var byOrder = rows.ToLookup(h => h.OrderId);
        return orders.ToDictionary(
            id => id,
            id => page.PageOf(
                [.. byOrder[id].OrderBy(h => h.Sequence).Select(h => new HistoryView(h))],
                h => h.Entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
                cursors,
                async () => await db.Orders.Where(o => o.Id == id).SelectMany(o => o.History).CountAsync(cancel)));
    }
}
