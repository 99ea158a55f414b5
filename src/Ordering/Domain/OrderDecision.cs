using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>An order's way through its approvers, and how it is procured.</summary>
internal sealed partial class Order
{
    /// <summary>The policy under which it was handed in; null for the usual one.</summary>
    public Guid? PolicyId { get; set; }

    /// <summary>Whose word it waits for while it is submitted.</summary>
    public ApproverRole Awaits { get; set; }

    /// <summary>The level at which it waits; 0 before it was handed in.</summary>
    public int AwaitsLevel { get; set; }

    /// <summary>采购方式: asked for at or above the limit.</summary>
    public ProcurementMethod? ProcurementMethod { get; set; }

    /// <summary>依据.</summary>
    public string? ProcurementBasis { get; set; }

    /// <summary>文号.</summary>
    public string? ProcurementDocument { get; set; }

    /// <summary>How it is procured, where that was recorded.</summary>
    public Procurement? Procured => ProcurementMethod is { } method && ProcurementBasis is { } basis && ProcurementDocument is { } number ? new(method, basis, number) : null;

    /// <summary>Records how it is procured.</summary>
    public void Procure(Procurement how) =>
        (ProcurementMethod, ProcurementBasis, ProcurementDocument) = (how.Method, how.Basis.Trim(), how.DocumentNumber.Trim());

    /// <summary>One level's word: never by whoever ordered, each level by somebody else. Sending back and rejecting need a reason and let go of everything.</summary>
    /// <param name="decision">The word.</param>
    /// <param name="comment">Why.</param>
    /// <param name="policy">Under which it was handed in.</param>
    /// <param name="split">Perhaps one purchase in several orders: to be agreed to with a reason only.</param>
    /// <param name="onBehalfOf">For whom the approver stands in.</param>
    /// <param name="who">The approver; the caller has seen to it that this level is theirs.</param>
    /// <param name="now">Server time.</param>
    public Result Decide(Decision decision, string? comment, ApprovalPolicy policy, SplitFlag? split, string? onBehalfOf, Person who, DateTimeOffset now)
    {
        if (Stage != OrderStage.Submitted || RestCancelled)
        {
            return OrderingErrors.NotDecidable(Status);
        }

        if (IsOrderer(who.Id))
        {
            return OrderingErrors.ApproverConflict;
        }

        if (ThisRound().Any(a => a.ById == who.Id))
        {
            return OrderingErrors.AgreedBefore;
        }

        if (decision != Decision.Approved && string.IsNullOrWhiteSpace(comment))
        {
            return OrderingErrors.ReasonNeeded("comment");
        }

        if (split is not null && string.IsNullOrWhiteSpace(comment))
        {
            return OrderingErrors.SplitNeedsReason(split);
        }

        var steps = policy.Steps(Purpose, EstimatedFen);
        var step = steps[Math.Max(1, AwaitsLevel) - 1];
        var agreed = decision == Decision.Approved;
        if (agreed && step.Level < steps.Count)
        {
            (AwaitsLevel, Awaits) = (step.Level + 1, steps[step.Level].Role);
        }
        else
        {
            Stage = decision switch
            {
                Decision.Approved => OrderStage.Approved,
                Decision.SentBack => OrderStage.SentBack,
                Decision.Rejected => OrderStage.Rejected,
            };
        }

        if (!agreed)
        {
            Lines.ForEach(l => l.Release());
        }

        Approvals.Add(new Approval
        {
            Level = step.Level,
            Role = step.Role,
            FromFen = step.FromFen,
            PolicyId = PolicyId,
            Flag = split?.Text(true),
            OnBehalfOf = onBehalfOf,
            ById = who.Id,
            ByName = who.Name,
            Decision = decision,
            DecidedAt = now,
            Comment = comment,
        });
        Note(
            decision switch
            {
                Decision.Approved => HistoryAction.Approved,
                Decision.SentBack => HistoryAction.SentBack,
                Decision.Rejected => HistoryAction.Rejected,
            },
            who,
            now,
            Story(steps.Count == 1 ? null : $"{step.Level}/{steps.Count}", onBehalfOf is null ? null : $"代{onBehalfOf}", comment));
        return Result.Done;
    }

    private static string? Story(params string?[] parts) => string.Join(" ", parts.Where(p => p is not null)) is { Length: > 0 } story ? story : null;

    /// <summary>Handed in (again): the first level is asked, whatever was agreed before.</summary>
    private void AskFirst(ApprovalPolicy policy)
    {
        PolicyId = policy.Number == 0 ? null : policy.Id;
        (AwaitsLevel, Awaits) = (1, policy.Steps(Purpose, Lines.Sum(l => l.EstimatedFen))[0].Role);
    }

    /// <summary>What was agreed since the order was handed in the last time.</summary>
    private IEnumerable<Approval> ThisRound() => Approvals.AsEnumerable().Reverse().TakeWhile(a => a.Decision == Decision.Approved);
}
