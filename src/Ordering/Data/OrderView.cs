using System.Linq.Expressions;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Data;

/// <summary>An order without its parts, as lists and the API show it.</summary>
internal sealed record OrderView : IHaveId
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required string Number { get; init; }

    public required long Serial { get; init; }

    public required OrderStatus Status { get; init; }

    public required OrderStage Stage { get; init; }

    public required PurchasePurpose Purpose { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid CountsForUnitId { get; init; }

    public required Guid? CanteenId { get; init; }

    public required Guid? WindowId { get; init; }

    public required Guid SupplyUnitId { get; init; }

    public required string? OnBehalf { get; init; }

    public required string? Contractor { get; init; }

    public required long? ProposedFreightFen { get; init; }

    public required string? ProposalNote { get; init; }

    public required string? ProposedBy { get; init; }

    public required bool ProposalTaken { get; init; }

    public Money? ProposedFreight => ProposedFreightFen is { } fen ? Money.FromFen(fen) : null;

    public required Guid RequestedById { get; init; }

    public required Guid? SubmittedById { get; init; }

    public required Guid? EditedById { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? SubmittedAt { get; init; }

    public required DateTimeOffset? ConfirmedAt { get; init; }

    public required int? BudgetYear { get; init; }

    public required long EstimatedFen { get; init; }

    public required long SettledFen { get; init; }

    public required bool HasSettled { get; init; }

    public required long PaidFen { get; init; }

    public required long? FreightFen { get; init; }

    public required bool HasUndispatched { get; init; }

    public required bool HasReturnable { get; init; }

    public required bool RestCancelled { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required Guid? PolicyId { get; init; }

    public required ApproverRole Awaits { get; init; }

    public required int AwaitsLevel { get; init; }

    public required ProcurementMethod? ProcurementMethod { get; init; }

    public required string? ProcurementBasis { get; init; }

    public required string? ProcurementDocument { get; init; }

    public Procurement? Procurement => ProcurementMethod is { } method ? new(method, ProcurementBasis ?? "", ProcurementDocument ?? "") : null;

    public Money Estimated => Money.FromFen(EstimatedFen);

    public Money? Settled => HasSettled ? Money.FromFen(SettledFen) : null;

    public Money? Freight => FreightFen is { } fen ? Money.FromFen(fen) : null;

    public Money? Paid => Purpose == PurchasePurpose.Personal && HasSettled ? Money.FromFen(PaidFen) : null;

    /// <summary>What its buyer still has to pay; what was paid too much is on its way back.</summary>
    public Money? Owed => Purpose == PurchasePurpose.Personal && HasSettled ? Money.FromFen(Math.Max(0, SettledFen - PaidFen)) : null;

    public DateOnly? Due => SettledFen <= PaidFen ? null : DueOn;

    public bool IsOrderer(Guid person) => person == RequestedById || person == SubmittedById || person == EditedById;

    public static Expression<Func<Order, OrderView>> From => o => new OrderView
    {
        Id = o.Id,
        Version = o.Version,
        Number = o.Number,
        Serial = o.Serial,
        Status = o.Status,
        Stage = o.Stage,
        Purpose = o.Purpose,
        UnitId = o.UnitId,
        CountsForUnitId = o.CountsForUnitId,
        CanteenId = o.CanteenId,
        WindowId = o.WindowId,
        SupplyUnitId = o.SupplyUnitId,
        OnBehalf = o.OnBehalf,
        Contractor = o.Contractor,
        ProposedFreightFen = o.ProposedFreightFen,
        ProposalNote = o.ProposalNote,
        ProposedBy = o.ProposedByName,
        ProposalTaken = o.ProposalTaken,
        RequestedById = o.RequestedById,
        SubmittedById = o.SubmittedById,
        EditedById = o.EditedById,
        RequestedBy = o.RequestedByName,
        CreatedAt = o.CreatedAt,
        SubmittedAt = o.SubmittedAt,
        ConfirmedAt = o.ConfirmedAt,
        BudgetYear = o.Purpose == PurchasePurpose.Personal || o.Purpose == PurchasePurpose.OutletTrade ? null : o.BudgetYear,
        EstimatedFen = o.EstimatedFen,
        SettledFen = o.SettledFen,
        HasSettled = o.HasSettled,
        PaidFen = o.PaidFen,
        FreightFen = o.FreightFen,
        HasUndispatched = o.HasUndispatched,
        HasReturnable = o.HasReturnable,
        RestCancelled = o.RestCancelled,
        DueOn = o.DueOn,
        PolicyId = o.PolicyId,
        Awaits = o.Awaits,
        AwaitsLevel = o.AwaitsLevel,
        ProcurementMethod = o.ProcurementMethod,
        ProcurementBasis = o.ProcurementBasis,
        ProcurementDocument = o.ProcurementDocument,
    };
}
