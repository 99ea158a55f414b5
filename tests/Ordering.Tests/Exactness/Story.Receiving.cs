using Commerce.Ordering.Domain;
using Commerce.Ordering.Weigh;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>From the truck to the scales and back.</summary>
internal sealed partial class Story
{
    private IReadOnlyList<(BookedOrder Order, BookedDelivery Delivery)> Deliveries => [.. books.Orders.SelectMany(o => o.Deliveries.Select(d => (o, d)))];

    private (BookedOrder Order, BookedDelivery Delivery)? Pick(Step step, Func<BookedDelivery, bool> ready)
    {
        var all = Deliveries;
        return Pick(step, [.. all.Select(d => d.Delivery)], ready) is { } delivery ? all.First(d => d.Delivery == delivery) : null;
    }

    private async Task Dispatch(Step step)
    {
        if (Pick(step, books.Orders, o => o.CanDispatch) is not { } order)
        {
            return;
        }

        // Mostly what is due, sometimes a part, sometimes more than was ordered.
        var sending = order.Lines.Select((line, i) => (line, i)).Where(l => step.Luck % 4 != 0 || l.i == 0).Select(l =>
        {
            var grain = l.line.Shelf.SoldBy.Dimension() == MeasureDimension.Count ? 1_000 : 50_000;
            var due = l.line.AwaitsReplacement && !l.line.Shelf.InPieces && l.line.Shelf.SoldBy.Dimension() == l.line.Shelf.SettleUnit.Dimension()
                ? Math.Max(grain, order.Undispatched(l.line))
                : Math.Max(grain, l.line.Ordered - order.Deliveries.Sum(d => d.Sent.GetValueOrDefault(l.line)));
            return (l.line, l.i, Milli: Math.Max(grain, Part(due, (step.Much % 5) switch { 0 => 500, 1 => 1_020, 2 => 300, _ => 1_000 }, grain)));
        }).ToList();
        var expected = Supplied(order, order.CanDispatch);
        if (expected is null && sending.Exists(s => s.line.Closed
            || order.Accepted(s.line) + order.Disputed(s.line) + order.OnTheWay(s.line) + s.line.Cancelled + s.line.Shelf.Settled(s.Milli) > s.line.Due + s.line.Shelf.Tolerance(s.line.Due)))
        {
            expected = ErrorCode.WeightOutOfTolerance;
        }

        // Dispatched goods were reserved; what goes beyond that has to be free.
        if (expected is null && sending.GroupBy(s => s.line.Shelf).Any(g => books.OnHand(g.Key) - books.Reserved(g.Key) < g.Sum(s => s.Milli - Math.Min(s.Milli, order.Reserved(s.line)))))
        {
            expected = ErrorCode.InsufficientStock;
        }

        var said = await world.Dispatch(order.Id, [.. sending.Select(s => (s.i, Shown(s.Milli, s.line.Shelf.SoldBy), s.line.Shelf.SoldBy, (string?)null))]);
        if (Agreed(expected, said))
        {
            order.Deliveries.Add(new(said.Id!.Value, sending.ToDictionary(s => s.line, s => s.Milli)));
        }
    }

    private async Task AllowMore(Step step)
    {
        if (Pick(step, books.Orders, o => o.Stage == OrderStage.Confirmed && !o.Lines[0].Closed) is not { } order)
        {
            return;
        }

        var line = order.Lines[0];
        var more = Part(line.Expected, step.Luck % 11 == 0 ? 1_100 : step.Much / 5, line.Shelf.Grain);
        var expected = order.Stage != OrderStage.Confirmed || line.Closed ? ErrorCode.StateNotAllowed : more > line.Expected ? ErrorCode.Invalid : (ErrorCode?)null;
        if (Agreed(expected, await world.AllowMore(order.Id, Shown(more, line.Shelf.SettleUnit), line.Shelf.SettleUnit)))
        {
            line.Extra = more;
        }
    }

    /// <summary>The scales, the first time or again. A correction names the slip in whose place it stands, and sometimes only some of its lines.</summary>
    private async Task Weigh(Step step, bool again)
    {
        if (Pick(step, d => again ? d.Open is not null || d.Signed is not null : d.Open is null && d.Signed is null) is not var (order, delivery))
        {
            return;
        }

        var current = delivery.Open ?? delivery.Signed;
        var corrects = again ? current?.Id : null;
        var lines = delivery.Sent.Keys.Where((_, i) => delivery.Signed is null || step.Luck % 4 != 0 || i == 0).ToList();
        var weights = lines.ConvertAll(line => Scales(step, delivery, line));
        var whole = (delivery.Signed?.Weights ?? []).Where(w => !lines.Contains(w.Line)).Select(w => new BookedWeight(w.Line, w.Net, w.Rejected, w.Disputed));
        var slip = weights.Concat(whole).ToList();
        ErrorCode? expected = current?.Id != corrects ? ErrorCode.StateNotAllowed : Fits(order, delivery, slip) ? null : ErrorCode.WeightOutOfTolerance;
        var said = await Twice(step, $"weigh {steps}", key => world.Weigh(delivery.Id, weights.ConvertAll(Read), corrects, key: key));
        if (Agreed(expected, said))
        {
            delivery.Open = new(said.Id!.Value, slip);
        }
    }

    private static BookedWeight Scales(Step step, BookedDelivery delivery, BookedLine line)
    {
        var perMille = (step.Much % 12) switch { 0 => 1_030, 1 => 1_010, 2 => 980, 3 => 970, 4 => 900, 5 => 500, 6 => 0, 7 => 1_100, _ => 1_000 };
        var arrived = Part(delivery.SentSettled(line), line.Shelf.InPieces ? Math.Min(perMille, 1_000) : perMille, line.Shelf.Grain);
        var rejected = step.Luck % 5 == 1 ? Part(arrived, 200, line.Shelf.Grain) : 0;
        var disputed = step.Luck % 6 == 1 ? Part(arrived, 100, line.Shelf.Grain) : 0;
        return new(line, arrived - rejected - disputed, rejected, disputed);
    }

    private static RecordAcceptance.Line Read(BookedWeight w) => new(
        w.Line.Id, null, null, Asked(w.Net, w.Line.Shelf.SettleUnit), Asked(w.Rejected, w.Line.Shelf.SettleUnit), "受潮", Asked(w.Disputed, w.Line.Shelf.SettleUnit));

    private static bool Fits(BookedOrder order, BookedDelivery delivery, List<BookedWeight> slip) =>
        slip.TrueForAll(w => w.Net + w.Rejected + w.Disputed <= order.MayArrive(delivery, w.Line));

    private async Task Sign(Step step)
    {
        if (Pick(step, d => d.Open is not null) is not var (order, delivery) || (delivery.Open ?? delivery.Signed) is not { } slip)
        {
            return;
        }

        ErrorCode? expected = delivery.Open is null ? ErrorCode.StateNotAllowed
            : !Fits(order, delivery, slip.Weights) ? ErrorCode.WeightOutOfTolerance
            : slip.Weights.Exists(w => w.Net < (delivery.Weighed(w.Line)?.Returned ?? 0)) ? ErrorCode.StateNotAllowed
            : null;
        var before = (delivery.Signed, Held: order.Held, Spent: order.Spent, Lines: order.Lines.ConvertAll(l => (l.Cancelled, l.Closed, l.AwaitsReplacement)));
        if (expected is null)
        {
            // Signed in the books first: what the order then holds and has spent has to fit into the budget.
            foreach (var weight in slip.Weights)
            {
                weight.Returned = delivery.Weighed(weight.Line)?.Returned ?? 0;
            }

            Settle();
            var (held, spent) = (order.Held, order.Spent);
            Undo();
            expected = books.Allows(order, held + spent - before.Held - before.Spent) ? null : ErrorCode.BudgetExceeded;
        }

        if (!Agreed(expected, await Twice(step, $"sign {steps}", key => world.Sign(slip.Id, key: key))))
        {
            return;
        }

        foreach (var weight in slip.Weights)
        {
            var old = delivery.Weighed(weight.Line);
            books.Postings.Add(new(Now.MonthInChina(), order.CountsFor, weight.Line.Shelf.Village, order.Purpose, weight.Net - (old?.Net ?? 0), weight.Fen - (old?.Fen ?? 0)));
        }

        Settle();

        void Settle()
        {
            var first = delivery.Signed is null;
            (delivery.Signed, delivery.Open) = (slip, null);
            foreach (var weight in slip.Weights)
            {
                weight.Line.AwaitsReplacement &= !first;
                order.CloseIfDone(weight.Line);
            }
        }

        void Undo()
        {
            (delivery.Signed, delivery.Open) = (before.Signed, slip);
            foreach (var (line, was) in order.Lines.Zip(before.Lines))
            {
                (line.Cancelled, line.Closed, line.AwaitsReplacement) = was;
            }
        }
    }

    private async Task SendSlipBack(Step step)
    {
        if (Pick(step, d => d.Open is not null) is var (_, delivery) && (delivery.Open ?? delivery.Signed) is { } slip
            && Agreed(delivery.Open is null ? ErrorCode.StateNotAllowed : null, await world.SendBack(slip.Id)))
        {
            delivery.Open = null;
        }
    }

    private async Task Return(Step step)
    {
        if (Pick(step, d => d.Signed?.Weights.Exists(w => w.Net > w.Returned) == true) is not var (order, delivery) || (delivery.Signed ?? delivery.Open) is not { } slip)
        {
            return;
        }

        var weight = slip.Weights[step.Which % slip.Weights.Count];
        var left = weight.Net - weight.Returned;
        var back = Math.Max(weight.Line.Shelf.Grain, Part(left, (step.Luck % 4) switch { 0 => 1_000, 1 => 1_100, _ => step.Much }, weight.Line.Shelf.Grain));
        var replace = step.Luck % 3 == 1;
        ErrorCode? expected = delivery.Signed is null || (replace && order.GivenUp) ? ErrorCode.StateNotAllowed : back > left ? ErrorCode.Invalid : null;
        var was = weight.Fen;
        if (expected is null && replace)
        {
            // What comes again is held: rounded by itself, it may be a fen more than what went back.
            var (line, before) = (weight.Line, (order.Held, order.Spent, weight.Line.Again, weight.Line.Closed, weight.Line.AwaitsReplacement));
            weight.Returned += back;
            order.AskAgain(line, back);
            var more = order.Held + order.Spent - before.Held - before.Spent;
            weight.Returned -= back;
            (line.Again, line.Closed, line.AwaitsReplacement) = (before.Again, before.Closed, before.AwaitsReplacement);
            expected = books.Allows(order, more) ? null : ErrorCode.BudgetExceeded;
        }

        if (Agreed(expected, await Twice(step, $"return {steps}", key => world.Return(slip.Id, weight.Line.Id, Shown(back, weight.Line.Shelf.SettleUnit), weight.Line.Shelf.SettleUnit, key, replace ? true : null))))
        {
            weight.Returned += back;
            if (replace)
            {
                order.AskAgain(weight.Line, back);
            }

            books.Postings.Add(new(Now.MonthInChina(), order.CountsFor, weight.Line.Shelf.Village, order.Purpose, -back, weight.Fen - was));
        }
    }
}
