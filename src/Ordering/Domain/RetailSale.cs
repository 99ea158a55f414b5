using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>零售: a traveller buys at a counter from the own phone. Goods are held first, then one Checkout session is paid or ends: never a second one for the same sale.
/// An employee pays for their own order in the same way: such a sale names the order and holds no goods, because they came with the order.</summary>
/// <remarks>Its id is random and known to the buyer alone: whoever has it may see it and pay it. No figure of any unit depends on it.</remarks>
internal sealed class RetailSale : IVersioned
{
    /// <summary>How much later than our own end a session ends by itself: it can't end sooner than 30 minutes after it was made, so we end it when the time is over.</summary>
    public static readonly TimeSpan SessionLasts = TimeSpan.FromMinutes(45);

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string Number { get; init; }

    public required long Serial { get; init; }

    /// <summary>The counter; null when an order is paid.</summary>
    public Guid? OutletId { get; init; }

    /// <summary>The employee's order that it pays for; null at a counter.</summary>
    public Guid? OrderId { get; init; }

    /// <summary>PO-.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Whose goods they are: it hands over and refunds.</summary>
    public required Guid SupplyUnitId { get; init; }

    public required RetailState State { get; set; }

    public required long TotalFen { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until then the goods are held for the buyer.</summary>
    public required DateTimeOffset ReservedUntil { get; init; }

    /// <summary>When the session ends at Stripe by itself, should nobody end it before.</summary>
    public required DateTimeOffset SessionUntil { get; init; }

    /// <summary>Stripe's id; null until it has answered.</summary>
    public string? SessionId { get; set; }

    public string? PayUrl { get; set; }

    public string? IntentId { get; set; }

    /// <summary>取货码: shown to the buyer once paid, asked for at the counter; empty when an order is paid.</summary>
    public required string PickupCode { get; init; }

    public DateTimeOffset? PaidAt { get; set; }

    public long PaidFen { get; set; }

    /// <summary>Given back or being given back; never above <see cref="PaidFen"/>.</summary>
    public long RefundedFen { get; set; }

    public DateTimeOffset? HandedOverAt { get; set; }

    public string? HandedOverByName { get; set; }

    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>What a person must look at.</summary>
    public string? Trouble { get; set; }

    public List<RetailLine> Lines { get; init; } = [];

    public List<RetailRefund> Refunds { get; init; } = [];

    /// <summary>Goods that it holds now, by offer, as sold.</summary>
    public IReadOnlyDictionary<Guid, long> Held => State is RetailState.Reserved or RetailState.Paid or RetailState.Unclear
        ? Lines.GroupBy(l => l.OfferId).ToDictionary(g => g.Key, g => g.Sum(l => l.Milli))
        : new Dictionary<Guid, long>();

    /// <summary>What it adds to the paid amount of its order. Money that doesn't fit, or came too late, isn't taken for payment.</summary>
    public long ForOrderFen => OrderId is not null && State == RetailState.HandedOver ? PaidFen - RefundedFen : 0;

    /// <summary>What a counter has sold with it: handed over and paid, less what went back.</summary>
    public long SoldFen => OutletId is not null && State == RetailState.HandedOver ? PaidFen - RefundedFen : 0;

    /// <summary>What others have to follow when it moves.</summary>
    public SaleStand Stand => new(Held, ForOrderFen, SoldFen);

    /// <summary>An amount shared out over its lines in proportion, to the fen; nothing and everything are exact.</summary>
    public IReadOnlyList<long> SharesOf(long fen) => Shares.Of(fen, [.. Lines.OrderBy(l => l.Position).Select(l => l.AmountFen)]);

    /// <summary>Takes Stripe's word. What was taken before changes nothing again.</summary>
    public void Take(SessionTruth truth, DateTimeOffset now)
    {
        switch (truth.State)
        {
            case SessionState.Open or SessionState.Processing:
                break;
            case SessionState.Expired or SessionState.NeverMade:
                State = State == RetailState.Reserved ? RetailState.Lapsed : State;
                break;
            case SessionState.Paid:
                TakePayment(truth, now);
                break;
        }
    }

    /// <summary>The counter gives the goods to whoever shows the code.</summary>
    public Result HandOver(string code, string byName, DateTimeOffset now)
    {
        if (State != RetailState.Paid)
        {
            return RetailErrors.NotToHandOver(State);
        }

        if (code.Trim() != PickupCode)
        {
            return RetailErrors.WrongPickupCode;
        }

        State = RetailState.HandedOver;
        HandedOverAt = now;
        HandedOverByName = byName;
        return Result.Done;
    }

    /// <summary>Gives money back; all of it before the goods left frees them.</summary>
    public Result<RetailRefund> Refund(long fen, string reason, string byName, DateTimeOffset now)
    {
        if (PaidAt is null || IntentId is null)
        {
            return RetailErrors.NothingPaid;
        }

        if (fen <= 0 || fen > PaidFen - RefundedFen)
        {
            return RetailErrors.MoreThanPaid(Money.FromFen(PaidFen - RefundedFen));
        }

        RefundedFen += fen;
        if (RefundedFen == PaidFen && State is RetailState.Paid or RetailState.Unclear)
        {
            State = RetailState.Refunded;
        }

        var refund = new RetailRefund { Id = Guid.CreateVersion7(now), SaleId = Id, AmountFen = fen, Reason = reason.Trim(), ByName = byName, At = now };
        Refunds.Add(refund);
        return refund;
    }

    /// <summary>Stripe has given it back, or says that it can't.</summary>
    public void Take(RetailRefund refund, RefundState state, string? stripeId)
    {
        if (refund.State != RefundState.Asked)
        {
            return;
        }

        refund.State = state;
        refund.StripeId = stripeId ?? refund.StripeId;
        if (state == RefundState.Failed)
        {
            RefundedFen -= refund.AmountFen;
            Trouble = $"退款 {Money.FromFen(refund.AmountFen)} 元没有成功，请联系买家";
        }
    }

    private void TakePayment(SessionTruth truth, DateTimeOffset now)
    {
        if (PaidAt is not null)
        {
            return;
        }

        PaidAt = now;
        PaidFen = truth.AmountFen;
        IntentId = truth.IntentId;
        if (truth.SaleId != Id || truth.AmountFen != TotalFen || truth.Currency != "cny")
        {
            Trouble = $"收到的是 {truth.AmountFen} {truth.Currency}，应为 {TotalFen} cny（分），请核对后退款";
            State = State == RetailState.Reserved ? RetailState.Unclear : State;
            return;
        }

        if (State == RetailState.Reserved)
        {
            // The goods of an order are with the buyer already.
            State = OrderId is null ? RetailState.Paid : RetailState.HandedOver;
            return;
        }

        // The goods went back, or the page had ended, before the money came: the money goes back too.
        var late = OrderId is null ? "付款到达时货已放回" : "付款到达时付款页面已结束";
        Trouble = late + "，已自动退款";
        Refund(PaidFen, late, "系统", now);
    }
}

/// <summary>What a sale holds of the shelf and has paid for its order.</summary>
/// <param name="Held">Goods by offer, as sold.</param>
/// <param name="ForOrderFen">Paid for the order, less what went back.</param>
/// <param name="SoldFen">Sold at the counter, less what went back.</param>
internal readonly record struct SaleStand(IReadOnlyDictionary<Guid, long> Held, long ForOrderFen, long SoldFen);

/// <summary>Goods of a sale, with what they cost at that moment.</summary>
internal sealed class RetailLine
{
    public required Guid Id { get; init; }

    public Guid SaleId { get; init; }

    public required int Position { get; init; }

    public required Guid OfferId { get; init; }

    public required string ProductName { get; init; }

    public required string Specification { get; init; }

    public required MeasureUnit SoldBy { get; init; }

    public required long Milli { get; init; }

    public required long PriceTenThousandths { get; init; }

    public required MeasureUnit PricedBy { get; init; }

    public required long AmountFen { get; init; }

    public required bool Sample { get; init; }

    public Quantity Quantity => new(Milli, SoldBy);

    public UnitPrice Price => new(PriceTenThousandths, PricedBy);

    public static RetailLine Of(OrderLine line) => new()
    {
        Id = line.Id,
        Position = line.Position,
        OfferId = line.OfferId,
        ProductName = line.ProductName,
        Specification = line.Specification,
        SoldBy = line.SoldBy,
        Milli = line.OrderedMilli,
        PriceTenThousandths = line.PriceTenThousandths,
        PricedBy = line.PricedBy,
        AmountFen = line.EstimatedFen,
        Sample = line.Sample,
    };
}
