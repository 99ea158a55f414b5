using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.GraphQL;

/// <summary>A statement as the API shows it.</summary>
internal sealed record StatementView(Statement Statement) : IHaveId
{
    public Guid Id => Statement.Id;

    public int Version => Statement.Version;

    public string Number => Statement.Number;

    public Month Month => Statement.Month;

    public StatementState State => Statement.State;

    public Money Amount => Money.FromFen(Statement.AmountFen);

    public Money Disputed => Money.FromFen(Statement.DisputedFen);

    public Money Invoiced => Money.FromFen(Statement.InvoicedFen);

    public Money Paid => Money.FromFen(Statement.PaidFen);

    public Money Outstanding => Money.FromFen(Statement.OutstandingFen);

    public string PaymentCode => Statement.PaymentCode;

    public StatementConfirmationView? SupplierConfirmed => Statement.SupplierAt is { } at ? new(Statement.SupplierByName!, at, Statement.OnBehalf) : null;

    public StatementConfirmationView? UnitConfirmed => Statement.UnitAt is { } at ? new(Statement.UnitByName!, at, null) : null;
}

/// <summary>Who stands for a statement.</summary>
internal sealed record StatementConfirmationView(string By, DateTimeOffset At, string? OnBehalf);

/// <summary>A line of a statement as the API shows it.</summary>
internal sealed record StatementLineView(StatementLine Line)
{
    public StatementLineKind Kind => Line.Kind;

    public string Paper => Line.Paper;

    public DateOnly Day => Line.Day;

    public DateOnly? DueOn => Line.DueOn;

    public string ProductName => Line.ProductName;

    public string Specification => Line.Specification;

    public PurchasePurpose Purpose => Line.Purpose;

    public Quantity Quantity => Line.Quantity;

    public UnitPrice Price => Line.Price;

    public decimal? TaxRate => Line.TaxBasisPoints / 100m;

    public Money Amount => Money.FromFen(Line.AmountFen);
}

/// <summary>A difference as the API shows it.</summary>
internal sealed record StatementDifferenceView(StatementDifference Difference)
{
    public StatementSide Side => Difference.Side;

    public Money Amount => Money.FromFen(Difference.AmountFen);

    public string Reason => Difference.Reason;

    public string RaisedBy => Difference.RaisedByName;

    public DateTimeOffset RaisedAt => Difference.RaisedAt;

    public string? Answer => Difference.Answer;

    public string? AnsweredBy => Difference.AnsweredByName;

    public DateTimeOffset? AnsweredAt => Difference.AnsweredAt;
}

/// <summary>What is to be paid, as the API shows it.</summary>
internal sealed record PayableView(DueItem Item)
{
    public string Paper => Item.Paper;

    public Money Amount => Money.FromFen(Item.AmountFen);

    public Money Owed => Money.FromFen(Item.OwedFen);

    public Money Held => Money.FromFen(Item.HeldFen);

    public DateOnly DueOn => Item.DueOn;
}

/// <summary>An invoice as the API shows it.</summary>
internal sealed record InvoiceView(Invoice Invoice) : IHaveId
{
    public Guid Id => Invoice.Id;

    public string Number => Invoice.Number;

    public InvoiceKind Kind => Invoice.Kind;

    public string IssuerCode => Invoice.IssuerCode;

    public string IssuerName => Invoice.IssuerName;

    public DateOnly IssuedOn => Invoice.IssuedOn;

    public Money Total => Money.FromFen(Invoice.TotalFen);

    public Money? Tax => Invoice.TaxFen is { } tax ? Money.FromFen(tax) : null;

    public IReadOnlyList<InvoiceLineView> Lines => [.. Invoice.Lines.OrderBy(l => l.Position).Select(l => new InvoiceLineView(l))];

    public string RegisteredBy => Invoice.RegisteredByName;

    public DateTimeOffset RegisteredAt => Invoice.RegisteredAt;
}

/// <summary>A line of an invoice as the API shows it.</summary>
internal sealed record InvoiceLineView(InvoiceLine Line)
{
    public decimal? TaxRate => Line.TaxBasisPoints / 100m;

    public Money Gross => Money.FromFen(Line.GrossFen);

    public Money? Tax => Line.TaxFen is { } tax ? Money.FromFen(tax) : null;
}

/// <summary>A payment as the API shows it.</summary>
internal sealed record PaymentView(Payment Payment) : IHaveId
{
    public Guid Id => Payment.Id;

    public string Number => Payment.Number;

    public Money Amount => Money.FromFen(Payment.AmountFen);

    public DateOnly PaidOn => Payment.PaidOn;

    public string PayerName => Payment.PayerName;

    public string? PayerAccountEnd => Payment.PayerAccountEnd;

    public string BankReference => Payment.BankReference;

    public bool Reversed => Payment.Reversed;

    public string? Reason => Payment.Reason;

    public string RecordedBy => Payment.RecordedByName;

    public DateTimeOffset RecordedAt => Payment.RecordedAt;
}
