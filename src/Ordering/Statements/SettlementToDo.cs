using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Statements;

/// <summary>Statements in a person's inbox: to be confirmed, differences to be answered, and what is to be paid within a week.</summary>
internal sealed class SettlementToDo(OrderingDbContext db, Actor actor, TimeProvider clock) : ITodo
{
    private const int Near = 7;

    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        Guid[] confirms = [.. actor.UnitsWhere(Capability.StatementConfirm)];
        Guid[] pays = [.. actor.UnitsWhere(Capability.PaymentWrite)];
        if (confirms.Length + pays.Length == 0)
        {
            return [];
        }

        var today = clock.GetUtcNow().DayInChina();
        var soon = today.AddDays(Near);
        var waiting = await db.Statements.AsNoTracking().VisibleTo(actor)
            .Where(s => (confirms.Contains(s.UnitId) && (s.UnitAt == null || s.Unanswered > 0))
                || (confirms.Contains(s.SupplyUnitId) && (s.SupplierAt == null || s.Unanswered > 0))
                || (pays.Contains(s.UnitId) && s.AmountFen > s.PaidFen && s.Lines.Any(l => l.DueOn <= soon)))
            .Include(s => s.Lines).Include(s => s.Differences).AsSplitQuery().OrderBy(s => s.Serial).Take(200).ToListAsync(ct);
        return [.. waiting.SelectMany(s => Of(s, today, soon))];
    }

    private IEnumerable<Todo> Of(Statement statement, DateOnly today, DateOnly soon)
    {
        var (path, month, amount) = ($"/statements/{statement.Number}", statement.Month, Ui.Words.Yuan(Money.FromFen(statement.AmountFen)));
        var side = actor.SideOf(Capability.StatementConfirm, statement);
        if (side is { } mine && statement.Differences.Exists(d => d.AnsweredAt is null && d.Side != mine))
        {
            yield return new($"答复对账差异 {statement.Number}（{month}）", $"Answer the difference on {statement.Number} ({month})", path, statement.Differences.Where(d => d.AnsweredAt is null).Min(d => d.RaisedAt));
        }
        else if (side is { } own && !statement.IsConfirmed(own) && statement.Unanswered == 0)
        {
            yield return new($"确认对账单 {statement.Number}（{month}，{amount} 元）", $"Confirm statement {statement.Number} ({month}, {amount} yuan)", path, statement.DrawnAt);
        }

        if (actor.Can(Capability.PaymentWrite, statement.UnitId) && Payables.Of(statement).Where(i => i.OwedFen > 0 && i.DueOn <= soon).ToList() is { Count: > 0 } due)
        {
            var (owed, first) = (Ui.Words.Yuan(Money.FromFen(due.Sum(i => i.OwedFen))), due[0].DueOn);
            yield return first < today
                ? new($"付款已逾期 {statement.Number}（{owed} 元，应在 {first:yyyy-MM-dd} 前）", $"Payment overdue: {statement.Number} ({owed} yuan, due {first:yyyy-MM-dd})", path, statement.DrawnAt)
                : new($"付款快到期 {statement.Number}（{owed} 元，{first:yyyy-MM-dd} 前）", $"Payment due soon: {statement.Number} ({owed} yuan by {first:yyyy-MM-dd})", path, statement.DrawnAt);
        }
    }
}
