using Commerce.Ordering.Cancel;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Edit;
using Commerce.Ordering.Tests.Slices;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>From the shelf to the confirmed order.</summary>
internal sealed partial class Story
{
    private Task Do(Step step) => step.Act switch
    {
        Act.Restock => Stock(step, 1),
        Act.TakeStockOff => Stock(step, -1),
        Act.SetBudget => SetBudget(step),
        Act.Order => Order(step, true, null),
        Act.Draft => Order(step, false, null),
        Act.OrderInWindow => Pick(step, books.Windows, w => w.IsOpen(Now)) is { } window ? Order(step, true, window) : Task.CompletedTask,
        Act.Submit => Submit(step),
        Act.Edit => Edit(step),
        Act.Approve => Decide(step, Decision.Approved),
        Act.SendBack => Decide(step, Decision.SentBack),
        Act.Reject => Decide(step, Decision.Rejected),
        Act.Cancel => Cancel(step),
        Act.ProposeFreight => Propose(step),
        Act.TakeProposal => TakeProposal(step),
        Act.Confirm => Confirm(step, false),
        Act.ConfirmCheaper => Confirm(step, true),
        Act.OpenWindow => OpenWindow(step),
        Act.CloseWindow => CloseWindow(step),
        Act.ConfirmWindow => ConfirmWindow(step),
        Act.LetDaysPass => LetDaysPass(step),
        Act.Dispatch => Dispatch(step),
        Act.AllowMore => AllowMore(step),
        Act.Weigh => Weigh(step, false),
        Act.Correct => Weigh(step, true),
        Act.Sign => Sign(step),
        Act.SendSlipBack => SendSlipBack(step),
        Act.Return => Return(step),
        Act.ConfirmStatement => ConfirmStatement(step),
        Act.Invoice => Invoice(step),
        Act.RedInvoice => RedInvoice(step),
        Act.Pay => Pay(step),
        Act.TakePaymentBack => TakePaymentBack(step),
        _ => throw new InvalidOperationException($"{step.Act} has no part in the story."),
    };

    private async Task Stock(Step step, int sign)
    {
        var shelf = books.Shelves[step.Which % books.Shelves.Count];
        var (usual, grain) = shelf.SoldBy.Dimension() == MeasureDimension.Count ? (150_000, 1_000) : (120_000_000, 500_000);
        var delta = sign * Math.Max(grain, Part(usual, step.Much, grain));
        ErrorCode? expected = books.OnHand(shelf) - books.Reserved(shelf) + delta < 0 ? ErrorCode.InsufficientStock : null;
        if (Agreed(expected, await world.Adjust(shelf.Id, Shown(delta, shelf.SoldBy), shelf.SoldBy)))
        {
            books.Brought[shelf] = books.Brought.GetValueOrDefault(shelf) + delta;
        }
    }

    private async Task SetBudget(Step step)
    {
        var key = (Now.DayInChina().Year, step.Which % 3 == 0 ? FundingSource.Union : FundingSource.CanteenBudget);
        var used = books.Held(key) + books.Spent(key);
        var limit = Math.Max(0, step.Luck % 4 == 0 ? used - 100 + (step.Much / 5) : used + (step.Much * 3_000L));
        if (Agreed(limit < used ? ErrorCode.BudgetExceeded : null, await world.Budget(limit / 100m, key.Item2, key.Year)))
        {
            books.Limits[key] = limit;
        }
    }

    private List<BookedLine> Wanted(Step step, BookedWindow? window)
    {
        List<Shelf> goods = window is null ? books.Shelves : [.. window.Prices.Keys];
        return
        [
            .. Enumerable.Range(0, 1 + (step.Luck % 3)).Select(i => goods[(step.Which + i) % goods.Count]).Select((shelf, i) =>
            {
                var grain = shelf.SoldBy.Dimension() == MeasureDimension.Count ? 1_000 : 50_000;
                return new BookedLine(shelf, Math.Max(grain, Part(grain == 1_000 ? 25_000 : 20_000_000, step.Much / (i + 1), grain)), window?.Prices[shelf] ?? shelf.Price);
            }),
        ];
    }

    private static List<(Guid, decimal, MeasureUnit)> Asked(List<BookedLine> lines) => lines.ConvertAll(l => (l.Shelf.Id, Shown(l.Ordered, l.Shelf.SoldBy), l.Shelf.SoldBy));

    private async Task Order(Step step, bool submit, BookedWindow? window)
    {
        var purpose = (step.Luck / 3 % 6) switch { 0 => PurchasePurpose.StaffWelfare, 1 => PurchasePurpose.Personal, _ => PurchasePurpose.Canteen };
        var countsFor = purpose != PurchasePurpose.Personal && step.Luck % 7 == 0 ? World.Other : World.Unit;
        var lines = Wanted(step, window);
        var order = new BookedOrder(Guid.Empty, purpose, countsFor, window) { Lines = lines };
        var expected = window is not null && !window.IsOpen(Now) ? ErrorCode.WindowClosed : submit ? MaySubmit(order) : null;
        var said = await Twice(step, $"order {steps}", key => world.Order(Asked(lines), submit, purpose, countsFor: countsFor, window: window?.Id, key: key));
        if (Agreed(expected, said))
        {
            var booked = new BookedOrder(said.Id!.Value, purpose, countsFor, window) { Lines = lines };
            await NameLines(booked);
            books.Orders.Add(booked);
            if (submit)
            {
                Submitted(booked);
            }
        }
    }

    private async Task NameLines(BookedOrder order)
    {
        foreach (var (line, id) in order.Lines.Zip(await world.LineIds(order.Id)))
        {
            line.Id = id;
        }
    }

    private ErrorCode? MaySubmit(BookedOrder order)
    {
        if (order.Window is { } window && !window.IsOpen(Now))
        {
            return ErrorCode.WindowClosed;
        }

        if (!order.CanEdit)
        {
            return ErrorCode.StateNotAllowed;
        }

        var tooLittle = order.Lines.GroupBy(l => l.Shelf).Any(g => books.OnHand(g.Key) - books.Reserved(g.Key) < g.Sum(l => l.Ordered));
        var year = order.Year;
        order.Year = Now.DayInChina().Year;
        var allowed = books.Allows(order, order.Estimate);
        order.Year = year;
        return tooLittle ? ErrorCode.InsufficientStock : allowed ? null : ErrorCode.BudgetExceeded;
    }

    private void Submitted(BookedOrder order) => (order.Stage, order.Year) = (OrderStage.Submitted, Now.DayInChina().Year);

    private async Task Submit(Step step)
    {
        if (Pick(step, books.Orders, o => o.CanEdit) is { } order)
        {
            var expected = MaySubmit(order);
            var version = await world.Version(order.Id);
            if (Agreed(expected, await Twice(step, $"submit {steps}", key => world.Submit(order.Id, key: key, version: version))))
            {
                Submitted(order);
            }
        }
    }

    private async Task Edit(Step step)
    {
        if (Pick(step, books.Orders, o => o.CanEdit) is { } order)
        {
            var lines = Wanted(step, order.Window);
            var version = await world.Version(order.Id);
            if (Agreed(order.CanEdit ? null : ErrorCode.StateNotAllowed, await world.Edit(order.Id, version, [.. Asked(lines)])))
            {
                order.Lines = lines;
                await NameLines(order);
            }
        }
    }

    private async Task Decide(Step step, Decision decision)
    {
        if (Pick(step, books.Orders, Waits) is { } order
            && Agreed(Waits(order) ? null : ErrorCode.StateNotAllowed, await world.Decide(order.Id, decision, "理由")))
        {
            (order.Stage, order.ApprovedAt) = decision switch
            {
                Decision.Approved => (OrderStage.Approved, Now),
                Decision.SentBack => (OrderStage.SentBack, order.ApprovedAt),
                _ => (OrderStage.Rejected, order.ApprovedAt),
            };
        }

        static bool Waits(BookedOrder o) => o.Stage == OrderStage.Submitted && !o.GivenUp;
    }

    private async Task Cancel(Step step)
    {
        if (Pick(step, books.Orders, o => o.CanCancel) is { } order && Agreed(order.CanCancel ? null : ErrorCode.StateNotAllowed, await world.Cancel(order.Id)))
        {
            order.GiveUp();
        }
    }

    /// <summary>What isn't ready is refused; a draft isn't the supplier's to see at all.</summary>
    private static ErrorCode? Supplied(BookedOrder o, bool ready) =>
        o.Stage is OrderStage.Draft or OrderStage.SentBack ? ErrorCode.NotFound : ready ? null : ErrorCode.StateNotAllowed;

    private static bool IsApproved(BookedOrder o) => o.Stage == OrderStage.Approved && !o.GivenUp;

    private async Task Propose(Step step)
    {
        if (Pick(step, books.Orders, IsApproved) is { } order && Agreed(Supplied(order, IsApproved(order)), await world.Propose(order.Id, step.Much)))
        {
            (order.Freight, order.FreightTaken) = (step.Much * 100L, false);
        }
    }

    private async Task TakeProposal(Step step)
    {
        if (Pick(step, books.Orders, Proposed) is { } order && Agreed(Proposed(order) ? null : ErrorCode.StateNotAllowed, await world.TakeProposal(order.Id)))
        {
            order.FreightTaken = true;
        }

        static bool Proposed(BookedOrder o) => IsApproved(o) && o.Freight is not null && !o.FreightTaken;
    }

    private async Task Confirm(Step step, bool cheaper)
    {
        if (Pick(step, books.Orders, IsApproved) is not { } order)
        {
            return;
        }

        if (cheaper)
        {
            // To a price that no story asked for, the freight aside.
            var prices = order.Lines.ConvertAll(l => Math.Max(1, l.Price * (900 + (step.Much / 10)) / 1_000));
            if (Agreed(Supplied(order, IsApproved(order)), await world.ConfirmAt(order.Id, [.. prices.Select(p => p / 10_000m)])))
            {
                order.Stage = OrderStage.Confirmed;
                foreach (var (line, price) in order.Lines.Zip(prices))
                {
                    line.Price = price;
                }
            }

            return;
        }

        var freight = step.Luck % 2 == 0 ? 0 : step.Luck % 600;
        var agreed = order.Freight is not { } asked || freight * 100L <= (order.FreightTaken ? asked : 0);
        if (Agreed(Supplied(order, IsApproved(order) && agreed), await world.Confirm(order.Id, freight)))
        {
            order.Stage = OrderStage.Confirmed;
        }
    }

    private async Task OpenWindow(Step step)
    {
        var prices = books.Shelves.Where((_, i) => (step.Which >> i) % 2 == 0).DefaultIfEmpty(books.Shelves[0]).ToDictionary(s => s, s => s.Price * (900 + (step.Much / 10)) / 1_000);
        var (today, minimum) = (Now.DayInChina(), step.Luck % 3 == 0 ? 0 : step.Much * 200L);
        var last = today.AddDays(4 + (step.Luck % 10));
        var said = await world.OpenWindow([.. prices.Select(p => (p.Key.Id, (decimal?)p.Value / 10_000m))], minimum / 100m, last, last.AddDays(3));
        if (Agreed(null, said))
        {
            books.Windows.Add(new(said.Id!.Value, prices, minimum, last.AddDays(1).StartInChina()));
        }
    }

    private async Task CloseWindow(Step step)
    {
        if (Pick(step, books.Windows, w => w.Stage == WindowStage.Announced) is { } window
            && Agreed(window.Stage == WindowStage.Announced ? null : ErrorCode.StateNotAllowed, await world.CloseWindow(window.Id)))
        {
            Closed(window);
        }
    }

    private List<BookedOrder> OpenOrders(BookedWindow window) =>
        books.Orders.FindAll(o => o.Window == window && !o.GivenUp && o.Stage is (OrderStage.Draft or OrderStage.SentBack or OrderStage.Submitted or OrderStage.Approved));

    private void Closed(BookedWindow window)
    {
        var orders = OpenOrders(window);
        var reached = orders.Where(o => o.Stage is OrderStage.Submitted or OrderStage.Approved).Sum(o => o.Estimate);
        window.Stage = reached > 0 && reached >= window.Minimum ? WindowStage.Closed : WindowStage.NotReached;
        if (window.Stage == WindowStage.NotReached)
        {
            orders.ForEach(o => o.GiveUp());
        }
    }

    private async Task ConfirmWindow(Step step)
    {
        if (Pick(step, books.Windows, w => w.Stage == WindowStage.Closed) is { } window
            && Agreed(window.Stage == WindowStage.Closed ? null : ErrorCode.StateNotAllowed, await world.ConfirmWindow(window.Id)))
        {
            window.Stage = WindowStage.Confirmed;
            foreach (var order in OpenOrders(window))
            {
                if (order.Stage == OrderStage.Approved)
                {
                    order.Stage = OrderStage.Confirmed;
                }
                else
                {
                    order.GiveUp();
                }
            }
        }
    }

    /// <summary>Windows close on their last day, orders left unconfirmed lapse, statements of months that are over are drawn up.</summary>
    private async Task LetDaysPass(Step step)
    {
        world.Clock.Advance(TimeSpan.FromDays(1 + (step.Much % 12)));
        await world.CloseDueWindows();
        foreach (var window in books.Windows.Where(w => w.Stage == WindowStage.Announced && w.Closes <= Now))
        {
            Closed(window);
        }

        await world.ReleaseUnconfirmed();
        var since = Now.AddDays(-15);
        foreach (var order in books.Orders.Where(o => IsApproved(o) && o.ApprovedAt <= since && (o.Window is null || o.Window.Closes <= since)))
        {
            order.GiveUp();
        }

        await world.DrawNow();
        foreach (var month in books.Postings.Where(p => p.Purpose != PurchasePurpose.Personal && (p.Milli != 0 || p.Fen != 0) && p.Month < Now.MonthInChina()).GroupBy(p => p.Month).OrderBy(g => g.Key))
        {
            if (!books.Statements.Exists(s => s.Month == month.Key))
            {
                books.Statements.Add(new(month.Key, month.Sum(p => p.Fen)));
            }
        }
    }
}
