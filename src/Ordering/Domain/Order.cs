using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>采购订单: from the draft to the last accepted, returned or cancelled quantity.</summary>
/// <remarks>After a refusal the object is thrown away with the transaction; nothing of it is saved.</remarks>
internal sealed partial class Order : IVersioned
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string Number { get; init; }

    /// <summary>Year and number in one: rises with each order, the order of lists.</summary>
    public required long Serial { get; init; }

    public required PurchasePurpose Purpose { get; init; }

    /// <summary>Who orders, and whose budget pays.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>计入单位: whose total rises.</summary>
    public required Guid CountsForUnitId { get; init; }

    public Guid? CanteenId { get; init; }

    /// <summary>The window (征订) in which it was ordered, at the window's prices.</summary>
    public Guid? WindowId { get; init; }

    /// <summary>Who confirms and dispatches; one per order.</summary>
    public Guid SupplyUnitId { get; set; }

    public OrderStage Stage { get; set; }

    public OrderStatus Status { get; set; }

    public required Guid RequestedById { get; init; }

    public required string RequestedByName { get; init; }

    public Guid? EditedById { get; set; }

    public Guid? SubmittedById { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often something was done to the order: changes with each act, so that the version rises also when only a part of it changed.</summary>
    public int Acts { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The contractor (承包单位) who ordered for the unit's canteen; null for the unit's own people.</summary>
    public string? Contractor { get; init; }

    /// <summary>The work team that confirmed for villagers (代办).</summary>
    public string? OnBehalf { get; set; }

    /// <summary>The year whose budget pays: that of submitting, China time.</summary>
    public int? BudgetYear { get; set; }

    public long EstimatedFen { get; set; }

    public long SettledFen { get; set; }

    /// <summary>What its buyer paid by phone, less what went back or is going back: only of what employees buy for themselves.</summary>
    public long PaidFen { get; set; }

    /// <summary>Frozen when confirmed; never counted as a purchase.</summary>
    public long? FreightFen { get; set; }

    /// <summary>Something was accepted, so there is a settled amount, be it zero.</summary>
    public bool HasSettled { get; set; }

    public bool HasUndispatched { get; set; }

    public bool HasReturnable { get; set; }

    public bool RestCancelled { get; set; }

    /// <summary>China day of the earliest acceptance's due date.</summary>
    public DateOnly? DueOn { get; set; }

    public List<OrderLine> Lines { get; } = [];

    public List<Approval> Approvals { get; } = [];

    public List<HistoryEntry> History { get; } = [];

    public List<Delivery> Deliveries { get; } = [];

    public List<Acceptance> Acceptances { get; } = [];

    public List<GoodsReturn> Returns { get; } = [];

    /// <summary>What the order holds of stock (by offer, as sold) and money, and what it has spent.</summary>
    public Holdings Holdings => new(
        Lines.GroupBy(l => l.OfferId).ToDictionary(g => g.Key, g => g.Sum(l => l.ReservedMilli)), Lines.Sum(l => l.HeldFen), Lines.Sum(l => l.SettledFen));

    /// <summary>Wrote, changed or submitted it: may neither approve it nor sign for its goods.</summary>
    public bool IsOrderer(Guid person) => person == RequestedById || person == SubmittedById || person == EditedById;

    public bool CanEdit => (Stage is OrderStage.Draft or OrderStage.SentBack) && !RestCancelled;

    public bool CanCancel => !RestCancelled && Stage != OrderStage.Rejected && HasUndispatched;

    public bool CanDispatch => Stage == OrderStage.Confirmed && !RestCancelled && HasUndispatched;

    /// <summary>Puts lines into a new or re-opened order.</summary>
    public Result Write(IReadOnlyList<OrderLine> lines, Guid supplyUnitId, Person who, DateTimeOffset now)
    {
        if (!CanEdit)
        {
            return OrderingErrors.NotEditable(Status);
        }

        var isNew = Lines.Count == 0;
        Lines.Clear();
        Lines.AddRange(lines);
        SupplyUnitId = supplyUnitId;
        EditedById = isNew ? null : who.Id;
        Note(isNew ? HistoryAction.Created : HistoryAction.Edited, who, now);
        return Result.Done;
    }

    /// <summary>Asks for the goods: each line still as agreed and permitted; goods and money are held by the caller from <see cref="Holdings"/>.</summary>
    public Result Submit(IReadOnlyDictionary<Guid, (KnownOffer Offer, UnitPrice? Price)> known, ApprovalPolicy policy, Person who, DateTimeOffset now)
    {
        if (!CanEdit)
        {
            return OrderingErrors.NotSubmittable(Status);
        }

        foreach (var (line, at) in Lines.Select((l, i) => (l, i)))
        {
            if (!known.TryGetValue(line.OfferId, out var today) || !today.Offer.IsValid(now) || today.Price is not { } price)
            {
                return OrderingErrors.OfferEnded(line.ProductName).AtLine(at);
            }

            if (today.Offer.MayServe(Purpose).Error is { } refused)
            {
                return refused.AtLine(at);
            }

            if (price != line.Price || today.Offer.SupplyUnitId != SupplyUnitId)
            {
                return OrderingErrors.TermsChanged(line.ProductName, line.Price, price).AtLine(at);
            }

            line.Hold();
        }

        Stage = OrderStage.Submitted;
        SubmittedAt = now;
        SubmittedById = who.Id;
        BudgetYear = now.DayInChina().Year;
        AskFirst(policy);
        Note(HistoryAction.Submitted, who, now);
        return Result.Done;
    }

    /// <summary>Gives up what hasn't left the supplier. Accepted goods stay, goods on the way are still to be accepted.</summary>
    public Result Cancel(string reason, Person who, DateTimeOffset now)
    {
        if (!CanCancel)
        {
            return OrderingErrors.NothingToCancel(Status);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return OrderingErrors.ReasonNeeded("reason");
        }

        RestCancelled = true;
        Lines.ForEach(l => l.CancelRest());
        Note(HistoryAction.Cancelled, who, now, reason);
        return Result.Done;
    }

    /// <summary>The supplier agrees; terms are frozen.</summary>
    public Result Confirm(long? freightFen, string? onBehalf, Person who, DateTimeOffset now)
    {
        if (Stage != OrderStage.Approved || RestCancelled)
        {
            return OrderingErrors.NotConfirmable(Status);
        }

        if (!FreightIsAgreed(freightFen))
        {
            return OrderingErrors.FreightNotAgreed;
        }

        Stage = OrderStage.Confirmed;
        ConfirmedAt = now;
        FreightFen = freightFen;
        OnBehalf = onBehalf;
        Note(HistoryAction.Confirmed, who, now, onBehalf is null ? null : $"{onBehalf}代办");
        return Result.Done;
    }

    /// <exception cref="InvalidOperationException">The lines weren't loaded: an order without any would be told as cancelled and costing nothing.</exception>
    private void Note(HistoryAction action, Person who, DateTimeOffset now, string? note = null)
    {
        if (Lines.Count == 0)
        {
            throw new InvalidOperationException($"Order {Number} was to be told of without its lines.");
        }

        Tell(action, who, now, note);
        EstimatedFen = Lines.Sum(l => l.EstimatedFen);
        SettledFen = Lines.Sum(l => l.SettledFen);
        HasUndispatched = Lines.Any(l => l.UndispatchedMilli > 0);
        HasReturnable = Lines.Any(l => l.AcceptedMilli > l.ReturnedMilli);
        Status = Derived();
    }

    /// <summary>Writes down what moved no goods; may be called without the lines.</summary>
    private void Tell(HistoryAction action, Person who, DateTimeOffset now, string? note)
    {
        History.Add(new HistoryEntry { At = now, ById = who.Id, ByName = who.Name, Action = action, Note = note });
        Acts++;
        UpdatedAt = now;
    }

    private OrderStatus Derived() =>
        Stage == OrderStage.Rejected ? OrderStatus.Rejected
        : Lines.All(l => l.Closed) ? (Lines.Any(l => l.CancelledMilli < l.ExpectedMilli) ? OrderStatus.Accepted : OrderStatus.Cancelled)
        : Lines.Any(l => l.AcceptedMilli > 0) ? OrderStatus.PartlyAccepted
        : Lines.Any(l => l.InTransitMilli > 0) ? OrderStatus.Dispatched
        : Stage switch
        {
            OrderStage.Draft => OrderStatus.Draft,
            OrderStage.Submitted => OrderStatus.Submitted,
            OrderStage.SentBack => OrderStatus.SentBack,
            OrderStage.Rejected => OrderStatus.Rejected,
            OrderStage.Approved => OrderStatus.Approved,
            OrderStage.Confirmed => OrderStatus.Confirmed,
        };
}

/// <summary>What an order holds and has spent.</summary>
/// <param name="Stock">Held stock by offer, as sold.</param>
/// <param name="HeldFen">Held money.</param>
/// <param name="SpentFen">Accepted net of returns.</param>
internal sealed record Holdings(IReadOnlyDictionary<Guid, long> Stock, long HeldFen, long SpentFen);
