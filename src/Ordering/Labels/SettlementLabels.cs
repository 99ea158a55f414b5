using Commerce.Ordering.Domain;
using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Ordering.Labels;

/// <summary>How pages call what statements, invoices and payments are and where they stand.</summary>
internal static class SettlementLabels
{
    public static string Label(this Words w, StatementState state) => state switch
    {
        StatementState.Open => w["待双方确认", "To be confirmed"],
        StatementState.Disputed => w["有差异待答复", "A difference waits for its answer"],
        StatementState.Agreed => w["双方已确认", "Both sides confirmed"],
    };

    public static LightKind Light(this StatementState state) => state switch
    {
        StatementState.Open => LightKind.Information,
        StatementState.Disputed => LightKind.Near,
        StatementState.Agreed => LightKind.Done,
    };

    public static string Label(this Words w, StatementSide side) => side == StatementSide.Supplier ? w["供货方", "the supplier"] : w["采购方", "the unit"];

    public static string Label(this Words w, StatementLineKind kind) => kind switch
    {
        StatementLineKind.Accepted => w["验收", "accepted"],
        StatementLineKind.Corrected => w["更正差额", "corrected"],
        StatementLineKind.Returned => w["退货", "returned"],
    };

    public static string Label(this Words w, InvoiceKind kind) => kind switch
    {
        InvoiceKind.VatSpecial => w["增值税专用发票", "VAT special invoice"],
        InvoiceKind.VatOrdinary => w["增值税普通发票", "VAT ordinary invoice"],
        InvoiceKind.Purchase => w["农产品收购发票", "purchase invoice"],
        InvoiceKind.CreditNote => w["红字发票", "red invoice"],
    };

    /// <summary>免税 isn't 0 %.</summary>
    public static string Rate(this Words w, int? basisPoints) => basisPoints is { } rate ? $"{Words.Number(rate / 100m)}%" : w["免税", "exempt"];

    /// <summary>How late, or how near, a payment is.</summary>
    public static (LightKind Kind, string Text) Due(this Words w, DateOnly due, long owedFen, DateOnly today)
    {
        var days = today.DayNumber - due.DayNumber;
        return owedFen == 0 ? (LightKind.Quiet, w["无应付", "nothing owed"])
            : days > 0 ? (LightKind.Overdue, w[$"逾期 {days} 天：应在 {w.Day(due)} 前付款", $"{days} days overdue: to be paid by {w.Day(due)}"])
            : days >= -7 ? (LightKind.Near, w[$"{w.Day(due)} 前付款，还有 {-days} 天", $"to be paid by {w.Day(due)}, {-days} days left"])
            : (LightKind.Information, w[$"{w.Day(due)} 前付款", $"to be paid by {w.Day(due)}"]);
    }
}
