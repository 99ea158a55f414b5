using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>One kind of goods in an order: what was agreed (snapshots), and how much of it went where.</summary>
/// <remarks>The quantity ordered, reserved and dispatched is counted as it is sold. All other quantities are counted as the line settles:
/// by weight where the weighed quantity decides (按实重结算), else as sold. A pheasant sold by the piece at a price per 斤 settles in 斤.</remarks>
internal sealed class OrderLine
{
    public required Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public required int Position { get; init; }

    public required Guid OfferId { get; init; }

    public required Guid OutletId { get; init; }

    public required Guid ProductId { get; init; }

    public required string ProductName { get; init; }

    public required string Specification { get; init; }

    public required Guid ProducerId { get; init; }

    public required string ProducerName { get; init; }

    public required Guid? VillageId { get; init; }

    public required string? VillageName { get; init; }

    public required string CountyCode { get; init; }

    public required string CountyName { get; init; }

    public required MeasureUnit SoldBy { get; init; }

    public required long NominalMilli { get; init; }

    public required MeasureUnit NominalUnit { get; init; }

    public required bool CatchWeight { get; init; }

    public required int ToleranceBasisPoints { get; init; }

    public required int? TaxBasisPoints { get; init; }

    public required long PriceTenThousandths { get; set; }

    public required MeasureUnit PricedBy { get; init; }

    public required bool Sample { get; init; }

    /// <summary>As sold.</summary>
    public required long OrderedMilli { get; init; }

    /// <summary>The unit the buyer wrote.</summary>
    public required MeasureUnit OrderedUnit { get; init; }

    public required long EstimatedFen { get; set; }

    /// <summary>Stock still held for the line, as sold.</summary>
    public long ReservedMilli { get; set; }

    /// <summary>Money still held for the line.</summary>
    public long HeldFen { get; set; }

    public long DispatchedMilli { get; set; }

    public long InTransitMilli { get; set; }

    /// <summary>Net as weighed, before returns.</summary>
    public long AcceptedMilli { get; set; }

    public long RejectedMilli { get; set; }

    /// <summary>有争议: neither accepted nor rejected yet; a correction settles it.</summary>
    public long DisputedMilli { get; set; }

    /// <summary>More than ordered that an approver agreed to, beyond the tolerance.</summary>
    public long AllowedExtraMilli { get; set; }

    public long ReturnedMilli { get; set; }

    public long CancelledMilli { get; set; }

    /// <summary>What is due beyond what was ordered because goods that went back are to be replaced (补货). Below zero when the line was done with less than ordered.</summary>
    public long ReplaceMilli { get; set; }

    /// <summary>A replacement was asked for and nothing has come since: the line isn't done, however little is missing.</summary>
    public bool Replacing { get; set; }

    /// <summary>The sum of its rounded acceptances, corrections and returns.</summary>
    public long SettledFen { get; set; }

    /// <summary>Nothing more is expected. Stays so: a later correction doesn't ask for more goods.</summary>
    public bool Closed { get; set; }

    public UnitPrice Price => new(PriceTenThousandths, PricedBy);

    /// <summary>The unit in which the line settles.</summary>
    public MeasureUnit SettleUnit => SettleUnitOf(CatchWeight, SoldBy, PricedBy);

    /// <summary>What was ordered, counted as it settles.</summary>
    public long ExpectedMilli => ToSettle(OrderedMilli);

    /// <summary>What is to come altogether: what was ordered, and what is to be replaced.</summary>
    public long DueMilli => ExpectedMilli + ReplaceMilli;

    /// <summary>How far the whole line may be off. Goods that aren't settled by weight may not be off at all.</summary>
    public long ToleranceMilli => Tolerance(DueMilli);

    /// <summary>Neither accepted nor cancelled.</summary>
    public long OutstandingMilli => Math.Max(0, DueMilli - CancelledMilli - AcceptedMilli);

    /// <summary>Neither accepted, disputed, cancelled nor on the way.</summary>
    public long UndispatchedMilli => Closed ? 0 : Math.Max(0, DueMilli - CancelledMilli - AcceptedMilli - DisputedMilli - InTransitMilli);

    public static MeasureUnit SettleUnitOf(bool catchWeight, MeasureUnit soldBy, MeasureUnit pricedBy) =>
        catchWeight && pricedBy.Dimension() != soldBy.Dimension() ? pricedBy : soldBy;

    /// <summary>A line with everything that was agreed at this moment.</summary>
    public static Result<OrderLine> Of(Guid id, int position, KnownOffer offer, UnitPrice price, Quantity quantity)
    {
        if (offer.MayBeOrdered(quantity).Error is { } refused)
        {
            return refused;
        }

        // Priced as it is sold (a box by the box), or weighed at a price by weight: the ledger recomputes every amount from the quantity alone.
        var fits = price.Per.Dimension() == offer.SoldBy.Dimension()
            ? price.Per == offer.SoldBy || price.Per.Dimension() != MeasureDimension.Count
            : offer.CatchWeight && offer.NominalUnit.Dimension() == price.Per.Dimension();
        if (!fits)
        {
            return OrderingErrors.PriceDoesNotFit(offer.ProductName);
        }

        var line = new OrderLine
        {
            Id = id,
            Position = position,
            OfferId = offer.Id,
            OutletId = offer.OutletId,
            ProductId = offer.ProductId,
            ProductName = offer.ProductName,
            Specification = offer.Specification,
            ProducerId = offer.ProducerId,
            ProducerName = offer.ProducerName,
            VillageId = offer.VillageId,
            VillageName = offer.VillageName,
            CountyCode = offer.CountyCode,
            CountyName = offer.CountyName,
            SoldBy = offer.SoldBy,
            NominalMilli = offer.NominalMilli,
            NominalUnit = offer.NominalUnit,
            CatchWeight = offer.CatchWeight,
            ToleranceBasisPoints = offer.ToleranceBasisPoints,
            TaxBasisPoints = offer.TaxBasisPoints,
            PriceTenThousandths = price.TenThousandths,
            PricedBy = price.Per,
            Sample = offer.Sample,
            OrderedMilli = quantity.Milli,
            OrderedUnit = quantity.Unit,
            EstimatedFen = 0,
        };
        line.EstimatedFen = line.AmountOf(line.ExpectedMilli);
        return line;
    }

    /// <summary>What a quantity of this line costs: rounded once, here and nowhere else.</summary>
    public long AmountOf(long settleMilli) => Money.Settle(Price, new Quantity(settleMilli, SettleUnit)).Fen;

    /// <summary>A quantity as sold, counted as it settles.</summary>
    public long ToSettle(long soldMilli) => SettleUnit.Dimension() == SoldBy.Dimension() ? soldMilli : Contents(soldMilli);

    /// <summary>How far a quantity may be off.</summary>
    public long Tolerance(long milli) => CatchWeight ? (long)((Int128)milli * ToleranceBasisPoints / 10_000) : 0;

    /// <summary>The most that a delivery may bring: what was sent and what is still due, each with its tolerance, and what an approver allowed beyond.</summary>
    /// <param name="sentMilli">What left for this delivery, as it settles.</param>
    /// <param name="beforeMilli">What an acceptance that is corrected now had brought.</param>
    public long MayArrive(long sentMilli, long beforeMilli) =>
        Math.Min(sentMilli + Tolerance(sentMilli), DueMilli + ToleranceMilli - (AcceptedMilli - beforeMilli)) + AllowedExtraMilli;

    /// <summary>Holds goods and money for the whole line.</summary>
    public void Hold()
    {
        ReservedMilli = OrderedMilli;
        HeldFen = EstimatedFen;
    }

    /// <summary>A lower price, before anything was sent: estimated and held anew.</summary>
    public void Lower(UnitPrice price)
    {
        PriceTenThousandths = price.TenThousandths;
        EstimatedFen = AmountOf(ExpectedMilli);
        HeldFen = EstimatedFen;
    }

    /// <summary>Lets go of everything that was held.</summary>
    public void Release()
    {
        ReservedMilli = 0;
        HeldFen = 0;
    }

    /// <summary>Goods that went back are to come again at the agreed price: they are due, and their money is held. No stock is held: the supplier sends what there is.</summary>
    public void Replace(long milli)
    {
        // A line that was done owes exactly what went back, whatever its tolerance had let pass.
        ReplaceMilli = Closed ? AcceptedMilli + CancelledMilli + milli - ExpectedMilli : ReplaceMilli + milli;
        (Closed, Replacing) = (false, true);
        HeldFen = AmountOf(OutstandingMilli);
    }

    /// <summary>Gives up what hasn't left the supplier.</summary>
    public void CancelRest()
    {
        CancelledMilli += UndispatchedMilli;
        ReservedMilli = 0;
        CloseIfDone(true);
    }

    /// <summary>Closes the line when nothing more is to be expected, and holds no more money than the rest may cost.</summary>
    /// <param name="restCancelled">What didn't arrive is given up, too.</param>
    public void CloseIfDone(bool restCancelled)
    {
        if (!Closed && InTransitMilli == 0 && DisputedMilli == 0)
        {
            if (restCancelled)
            {
                CancelledMilli += OutstandingMilli;
            }

            Closed = OutstandingMilli == 0 || (AcceptedMilli > 0 && !Replacing && OutstandingMilli <= ToleranceMilli);
        }

        if (Closed)
        {
            Release();
        }
        else
        {
            HeldFen = AmountOf(OutstandingMilli);
        }
    }

    private long Contents(long milliPieces) => checked((long)((Int128)milliPieces * NominalMilli / 1000));
}
