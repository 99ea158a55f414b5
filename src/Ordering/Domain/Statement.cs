using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Whose word it is.</summary>
internal enum StatementSide
{
    /// <summary>供货单位; a work team speaks for the village (代办).</summary>
    Supplier,

    /// <summary>采购单位.</summary>
    Unit,
}

/// <summary>Where a statement stands between the two sides.</summary>
internal enum StatementState
{
    /// <summary>A side hasn't confirmed yet.</summary>
    Open,

    /// <summary>A difference waits for its answer.</summary>
    Disputed,

    /// <summary>Both confirmed.</summary>
    Agreed,
}

/// <summary>对账单: what a unit accepted from a supplier in a month, less what went back, line by line. Its figures are those of the acceptances and are
/// never edited: what turns out wrong is corrected there and stands in the month of the correction.</summary>
/// <remarks>What employees buy for themselves (个人) they pay themselves: it is no debt of the unit and not in here.</remarks>
internal sealed class Statement : IVersioned
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string Number { get; init; }

    /// <summary>Year and number in one, the order of lists.</summary>
    public required long Serial { get; init; }

    public required Guid SupplyUnitId { get; init; }

    /// <summary>Who pays: the unit that ordered.</summary>
    public required Guid UnitId { get; init; }

    public required Month Month { get; init; }

    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>付款识别码: written on the transfer, so that the money is found again.</summary>
    public required string PaymentCode { get; init; }

    public required bool Sample { get; init; }

    /// <summary>The sum of the lines; below zero when more went back than came.</summary>
    public long AmountFen { get; set; }

    /// <summary>What the unit disputes and hasn't been answered yet.</summary>
    public long DisputedFen { get; set; }

    /// <summary>Differences of either side without an answer.</summary>
    public int Unanswered { get; set; }

    /// <summary>Invoices less red ones.</summary>
    public long InvoicedFen { get; set; }

    /// <summary>Payments less those taken back.</summary>
    public long PaidFen { get; set; }

    public Guid? SupplierById { get; set; }

    public string? SupplierByName { get; set; }

    public DateTimeOffset? SupplierAt { get; set; }

    /// <summary>The work team that confirmed for villagers (代办).</summary>
    public string? OnBehalf { get; set; }

    public Guid? UnitById { get; set; }

    public string? UnitByName { get; set; }

    public DateTimeOffset? UnitAt { get; set; }

    public List<StatementLine> Lines { get; } = [];

    public List<StatementDifference> Differences { get; } = [];

    public long OutstandingFen => AmountFen - PaidFen;

    public StatementState State => Unanswered > 0 ? StatementState.Disputed : SupplierAt is not null && UnitAt is not null ? StatementState.Agreed : StatementState.Open;

    public bool IsConfirmed(StatementSide side) => (side == StatementSide.Supplier ? SupplierAt : UnitAt) is not null;

    /// <summary>Takes in lines that were counted in the month, while nobody has confirmed.</summary>
    public void Take(IEnumerable<StatementLine> lines)
    {
        foreach (var line in lines)
        {
            line.Position = Lines.Count;
            Lines.Add(line);
            AmountFen += line.AmountFen;
        }
    }

    /// <summary>A side stands for the statement. Two sides are two people.</summary>
    public Result Confirm(StatementSide side, string? onBehalf, Person who, DateTimeOffset now)
    {
        if (IsConfirmed(side))
        {
            return SettlementErrors.AlreadyConfirmed(Number);
        }

        if (Unanswered > 0)
        {
            return SettlementErrors.Unanswered(Number);
        }

        if ((side == StatementSide.Supplier ? UnitById : SupplierById) == who.Id)
        {
            return SettlementErrors.SamePerson;
        }

        if (side == StatementSide.Supplier)
        {
            (SupplierById, SupplierByName, SupplierAt, OnBehalf) = (who.Id, who.Name, now, onBehalf);
        }
        else
        {
            (UnitById, UnitByName, UnitAt) = (who.Id, who.Name, now);
        }

        return Result.Done;
    }

    /// <summary>A side says that a line isn't right. While the unit waits for the answer, it owes the rest only.</summary>
    public Result Dispute(Guid id, StatementSide side, Guid lineId, long? fen, string reason, Person who, DateTimeOffset now)
    {
        if (Lines.Find(l => l.Id == lineId) is not { } line)
        {
            return SettlementErrors.NoSuchLine;
        }

        if (IsConfirmed(side))
        {
            return SettlementErrors.ConfirmedByYou(Number);
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 400)
        {
            return SettlementErrors.ReasonNeeded("reason");
        }

        if (Differences.Exists(d => d.LineId == lineId && d.AnsweredAt is null))
        {
            return SettlementErrors.DisputedAlready(line.ProductName);
        }

        var amount = fen ?? Math.Abs(line.AmountFen);
        if (amount <= 0 || amount > Math.Abs(line.AmountFen))
        {
            return SettlementErrors.DisputeTooLarge(line.ProductName, Money.FromFen(Math.Abs(line.AmountFen)));
        }

        Differences.Add(new StatementDifference
        {
            Id = id,
            LineId = lineId,
            Side = side,
            AmountFen = amount,
            HeldFen = side == StatementSide.Unit && line.AmountFen > 0 ? amount : 0,
            Reason = reason.Trim(),
            RaisedByName = who.Name,
            RaisedAt = now,
        });
        Recount();
        return Result.Done;
    }

    /// <summary>The other side answers; what was held back is owed again. Goods that were wrong are corrected at their acceptance.</summary>
    public Result Answer(Guid differenceId, StatementSide side, string answer, Person who, DateTimeOffset now)
    {
        if (Differences.Find(d => d.Id == differenceId) is not { } difference)
        {
            return SettlementErrors.NoSuchDifference;
        }

        if (difference.AnsweredAt is not null)
        {
            return SettlementErrors.AnsweredAlready;
        }

        if (difference.Side == side)
        {
            return SettlementErrors.OwnDifference;
        }

        if (string.IsNullOrWhiteSpace(answer) || answer.Length > 400)
        {
            return SettlementErrors.ReasonNeeded("answer");
        }

        (difference.Answer, difference.AnsweredByName, difference.AnsweredAt) = (answer.Trim(), who.Name, now);
        Recount();
        return Result.Done;
    }

    /// <summary>An invoice of this statement: with it the invoices stay between nothing and what was accepted, but for the tolerance.</summary>
    public Result Invoice(long fen, long toleranceFen)
    {
        var after = InvoicedFen + fen;
        if (after > Math.Max(0, AmountFen) + toleranceFen || after < Math.Min(0, AmountFen) - toleranceFen)
        {
            return SettlementErrors.BeyondAccepted(Number, Money.FromFen(AmountFen), Money.FromFen(InvoicedFen), Money.FromFen(toleranceFen));
        }

        InvoicedFen = after;
        return Result.Done;
    }

    /// <summary>Money that moved: together never more than the statement's amount, and never the other way round.</summary>
    /// <param name="fen">Positive to the supplier, negative back to the unit.</param>
    public Result Pay(long fen)
    {
        var after = PaidFen + fen;
        if (after > Math.Max(0, AmountFen) || after < Math.Min(0, AmountFen))
        {
            return SettlementErrors.BeyondOutstanding(Number, Money.FromFen(Math.Abs(OutstandingFen)));
        }

        PaidFen = after;
        return Result.Done;
    }

    private void Recount()
    {
        DisputedFen = Differences.Where(d => d.AnsweredAt is null).Sum(d => d.HeldFen);
        Unanswered = Differences.Count(d => d.AnsweredAt is null);
    }
}
