using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>采购方式, as the Government Procurement Law names them.</summary>
internal enum ProcurementMethod
{
    /// <summary>公开招标.</summary>
    OpenTender,

    /// <summary>邀请招标.</summary>
    InvitedTender,

    /// <summary>竞争性谈判.</summary>
    CompetitiveNegotiation,

    /// <summary>竞争性磋商.</summary>
    CompetitiveConsultation,

    /// <summary>询价.</summary>
    RequestForQuotation,

    /// <summary>单一来源采购.</summary>
    SingleSource,

    /// <summary>框架协议采购.</summary>
    FrameworkAgreement,
}

/// <summary>政府采购限额 of a unit (and of those below it that have none) for a category, from a day on.</summary>
internal sealed class ProcurementLimit
{
    public required Guid UnitId { get; init; }

    public required PurchasePurpose Purpose { get; init; }

    /// <summary>China day.</summary>
    public required DateOnly ValidFrom { get; init; }

    public long LimitFen { get; set; }

    public required string SetByName { get; set; }
}

/// <summary>How a purchase at or above the limit is procured.</summary>
/// <param name="Method">采购方式.</param>
/// <param name="Basis">依据.</param>
/// <param name="DocumentNumber">文号.</param>
internal sealed record Procurement(ProcurementMethod Method, string Basis, string DocumentNumber)
{
    /// <summary>The longest basis.</summary>
    public const int LongestBasis = 400;

    /// <summary>The longest document number.</summary>
    public const int LongestNumber = 100;

    /// <summary>Both are there, and not longer than they are kept.</summary>
    public Result Check() =>
        string.IsNullOrWhiteSpace(Basis) || Basis.Length > LongestBasis ? OrderingErrors.ProcurementTextWrong("basis", LongestBasis)
        : string.IsNullOrWhiteSpace(DocumentNumber) || DocumentNumber.Length > LongestNumber ? OrderingErrors.ProcurementTextWrong("documentNumber", LongestNumber)
        : Result.Done;
}

/// <summary>The methods, for people.</summary>
internal static class ProcurementMethods
{
    public static string Text(this ProcurementMethod method, bool chinese) => method switch
    {
        ProcurementMethod.OpenTender => chinese ? "公开招标" : "open tender",
        ProcurementMethod.InvitedTender => chinese ? "邀请招标" : "invited tender",
        ProcurementMethod.CompetitiveNegotiation => chinese ? "竞争性谈判" : "competitive negotiation",
        ProcurementMethod.CompetitiveConsultation => chinese ? "竞争性磋商" : "competitive consultation",
        ProcurementMethod.RequestForQuotation => chinese ? "询价" : "request for quotation",
        ProcurementMethod.SingleSource => chinese ? "单一来源采购" : "single source",
        ProcurementMethod.FrameworkAgreement => chinese ? "框架协议采购" : "framework agreement",
    };
}
