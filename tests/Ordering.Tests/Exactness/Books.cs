using System.Numerics;
using Commerce.Ordering.Domain;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>Goods on the shelf, in thousandths of a gram or of a piece.</summary>
internal sealed record Shelf(Guid Id, Guid Village, MeasureUnit SoldBy, long NominalMilli, bool ByWeight, int ToleranceBasisPoints, long Price, MeasureUnit PricedBy)
{
    /// <summary>As it settles: a pheasant counted by the piece is paid by the weight.</summary>
    public MeasureUnit SettleUnit => ByWeight && PricedBy.Dimension() != SoldBy.Dimension() ? PricedBy : SoldBy;

    public bool InPieces => SettleUnit.Dimension() == MeasureDimension.Count;

    /// <summary>What has to be a multiple of this: a whole piece, or 50 grams.</summary>
    public long Grain => InPieces ? 1_000 : 50_000;

    public long Settled(long sold) => SettleUnit.Dimension() == SoldBy.Dimension() ? sold : sold * NominalMilli / 1_000;

    public long Tolerance(long milli) => ByWeight ? milli * ToleranceBasisPoints / 10_000 : 0;
}

/// <summary>A line of an order as the story made it.</summary>
internal sealed class BookedLine(Shelf shelf, long ordered, long price)
{
    public Guid Id { get; set; }

    public Shelf Shelf { get; } = shelf;

    /// <summary>As sold.</summary>
    public long Ordered { get; } = ordered;

    public long Price { get; set; } = price;

    public long Extra { get; set; }

    public long Cancelled { get; set; }

    public bool Closed { get; set; }

    /// <summary>Due beyond the order, because goods that went back are to be replaced.</summary>
    public long Again { get; set; }

    public bool AwaitsReplacement { get; set; }

    public long Due => Expected + Again;

    public long Expected => Shelf.Settled(Ordered);

    public long Estimate => Books.Fen(Price, Shelf.PricedBy, Expected);
}

/// <summary>What was weighed of a line, and what went back of it since.</summary>
internal sealed record BookedWeight(BookedLine Line, long Net, long Rejected, long Disputed)
{
    public long Returned { get; set; }

    public long Fen => Books.Fen(Line.Price, Line.Shelf.PricedBy, Net - Returned);
}

/// <summary>A weighing slip.</summary>
internal sealed record BookedSlip(Guid Id, List<BookedWeight> Weights);

/// <summary>A delivery: what was sent of each line (as sold), the slip that waits for a signature, and the one that counts.</summary>
internal sealed class BookedDelivery(Guid id, Dictionary<BookedLine, long> sent)
{
    public Guid Id { get; } = id;

    public Dictionary<BookedLine, long> Sent { get; } = sent;

    public BookedSlip? Open { get; set; }

    public BookedSlip? Signed { get; set; }

    public long SentSettled(BookedLine line) => line.Shelf.Settled(Sent.GetValueOrDefault(line));

    public BookedWeight? Weighed(BookedLine line) => Signed?.Weights.Find(w => w.Line == line);
}

/// <summary>An order as the story made it. Its quantities are always added up anew from its deliveries.</summary>
internal sealed class BookedOrder(Guid id, PurchasePurpose purpose, Guid countsFor, BookedWindow? window)
{
    public Guid Id { get; } = id;

    public PurchasePurpose Purpose { get; } = purpose;

    public Guid CountsFor { get; } = countsFor;

    public BookedWindow? Window { get; } = window;

    public OrderStage Stage { get; set; }

    public bool GivenUp { get; set; }

    public int Year { get; set; }

    public DateTimeOffset ApprovedAt { get; set; }

    public long? Freight { get; set; }

    public bool FreightTaken { get; set; }

    public List<BookedLine> Lines { get; set; } = [];

    public List<BookedDelivery> Deliveries { get; } = [];

    public bool Holds => Stage is OrderStage.Submitted or OrderStage.Approved or OrderStage.Confirmed;

    public bool CanEdit => Stage is OrderStage.Draft or OrderStage.SentBack && !GivenUp;

    public bool CanCancel => !GivenUp && Stage != OrderStage.Rejected && Lines.Exists(l => Undispatched(l) > 0);

    public bool CanDispatch => Stage == OrderStage.Confirmed && CanCancel;

    public long Estimate => Lines.Sum(l => l.Estimate);

    public long Accepted(BookedLine line) => Deliveries.Sum(d => d.Weighed(line)?.Net ?? 0);

    public long Disputed(BookedLine line) => Deliveries.Sum(d => d.Weighed(line)?.Disputed ?? 0);

    public long OnTheWay(BookedLine line) => Deliveries.Where(d => d.Signed is null).Sum(d => d.SentSettled(line));

    public long Outstanding(BookedLine line) => Math.Max(0, line.Due - line.Cancelled - Accepted(line));

    public long Undispatched(BookedLine line) =>
        line.Closed ? 0 : Math.Max(0, line.Due - line.Cancelled - Accepted(line) - Disputed(line) - OnTheWay(line));

    /// <summary>Stock held, as sold.</summary>
    public long Reserved(BookedLine line) => Holds && !GivenUp && !line.Closed ? Math.Max(0, line.Ordered - Deliveries.Sum(d => d.Sent.GetValueOrDefault(line))) : 0;

    public long Held => Holds ? Lines.Where(l => !l.Closed).Sum(l => Books.Fen(l.Price, l.Shelf.PricedBy, Outstanding(l))) : 0;

    public long Spent => Deliveries.Sum(d => d.Signed?.Weights.Sum(w => w.Fen) ?? 0);

    /// <summary>A line closes when nothing of it is on the way, in dispute or outstanding but for its tolerance, and stays closed.</summary>
    public void CloseIfDone(BookedLine line)
    {
        if (line.Closed || OnTheWay(line) > 0 || Disputed(line) > 0)
        {
            return;
        }

        line.Cancelled += GivenUp ? Outstanding(line) : 0;
        line.Closed = Outstanding(line) == 0 || (Accepted(line) > 0 && !line.AwaitsReplacement && Outstanding(line) <= line.Shelf.Tolerance(line.Due));
    }

    /// <summary>What went back is due again: of a line that was done, exactly that much.</summary>
    public void AskAgain(BookedLine line, long milli)
    {
        var owed = line.Closed ? 0 : line.Due - line.Cancelled - Accepted(line);
        line.Again = Accepted(line) + line.Cancelled + owed + milli - line.Expected;
        (line.Closed, line.AwaitsReplacement) = (false, true);
    }

    public void GiveUp()
    {
        GivenUp = true;
        foreach (var line in Lines)
        {
            line.Cancelled += Undispatched(line);
            CloseIfDone(line);
        }
    }

    /// <summary>The most a delivery may bring of a line.</summary>
    public long MayArrive(BookedDelivery delivery, BookedLine line)
    {
        var (sent, before) = (delivery.SentSettled(line), delivery.Weighed(line)?.Net ?? 0);
        return Math.Min(sent + line.Shelf.Tolerance(sent), line.Due + line.Shelf.Tolerance(line.Due) - (Accepted(line) - before)) + line.Extra;
    }
}

/// <summary>A window as the story made it.</summary>
internal sealed class BookedWindow(Guid id, Dictionary<Shelf, long> prices, long minimum, DateTimeOffset closes)
{
    public Guid Id { get; } = id;

    public Dictionary<Shelf, long> Prices { get; } = prices;

    public long Minimum { get; } = minimum;

    public DateTimeOffset Closes { get; } = closes;

    public WindowStage Stage { get; set; }

    public bool IsOpen(DateTimeOffset now) => Stage == WindowStage.Announced && now < Closes;
}

/// <summary>What moved a total: a signature, a correction or a return.</summary>
internal sealed record Posting(Month Month, Guid CountsFor, Guid Village, PurchasePurpose Purpose, long Milli, long Fen);

/// <summary>A month's statement, its blue invoices with what is left of each, and its payments that stand.</summary>
internal sealed class BookedStatement(Month month, long amount)
{
    public Month Month { get; } = month;

    public long Amount { get; } = amount;

    public List<(Guid Id, long Fen)> Blue { get; } = [];

    public Dictionary<Guid, long> RedOf { get; } = [];

    public List<(Guid Id, long Fen)> Payments { get; } = [];

    public long Paid => Payments.Sum(p => p.Fen);

    public bool TakesPaid(long after) => after <= Math.Max(0, Amount) && after >= Math.Min(0, Amount);
}

/// <summary>The books as they should be: every figure is added up anew from what the story did, by rules written down here a second time.</summary>
internal sealed class Books
{
    public List<Shelf> Shelves { get; } = [];

    /// <summary>What suppliers brought in, less what they took off.</summary>
    public Dictionary<Shelf, long> Brought { get; } = [];

    public Dictionary<(int Year, FundingSource Fund), long> Limits { get; } = [];

    public List<BookedOrder> Orders { get; } = [];

    public List<BookedWindow> Windows { get; } = [];

    public List<Posting> Postings { get; } = [];

    public List<BookedStatement> Statements { get; } = [];

    public long OnHand(Shelf shelf) => Brought.GetValueOrDefault(shelf) - Orders.SelectMany(o => o.Deliveries).SelectMany(d => d.Sent).Where(s => s.Key.Shelf == shelf).Sum(s => s.Value);

    public long Reserved(Shelf shelf) => Orders.Sum(o => o.Lines.Where(l => l.Shelf == shelf).Sum(o.Reserved));

    public long Held((int Year, FundingSource Fund) budget) => Of(budget).Sum(o => o.Held);

    public long Spent((int Year, FundingSource Fund) budget) => Of(budget).Sum(o => o.Spent);

    /// <summary>May an order hold and spend so much more? A fall is always taken.</summary>
    public bool Allows(BookedOrder order, long more) =>
        Budget.FundOf(order.Purpose) is not { } fund || more <= 0
        || (Limits.TryGetValue((order.Year, fund), out var limit) && limit - Held((order.Year, fund)) - Spent((order.Year, fund)) >= more);

    /// <summary>Price in ten-thousandths of a yuan times thousandths of a gram (or piece), rounded once, half away from zero.</summary>
    public static long Fen(long price, MeasureUnit per, long milli)
    {
        var (numerator, denominator) = (new BigInteger(price) * milli, new BigInteger(100_000) * per.ToBase());
        var doubled = (BigInteger.Abs(numerator) * 2) + denominator;
        return numerator.Sign * (long)(doubled / (denominator * 2));
    }

    private IEnumerable<BookedOrder> Of((int Year, FundingSource Fund) budget) => Orders.Where(o => o.Year == budget.Year && Budget.FundOf(o.Purpose) == budget.Fund);
}
