using Commerce.Assistance.Domain;
using Commerce.Ui.States;

namespace Commerce.Assistance.External;

/// <summary>What external purchases are called on pages and papers.</summary>
internal static class ExternalWords
{
    public static string Of(ExternalKind kind, bool chinese) => kind switch
    {
        ExternalKind.Platform832 => chinese ? "832订单" : "832 order",
        ExternalKind.OfflineVillage => chinese ? "线下采购" : "On paper",
    };

    public static string Of(ExternalState state, bool chinese) => state switch
    {
        ExternalState.Held => chinese ? "疑似重复，待判定" : "Maybe a double: not counted yet",
        ExternalState.Counted => chinese ? "已计入" : "Counted",
        ExternalState.Questioned => chinese ? "已计入，后来存疑" : "Counted, doubted since",
        ExternalState.Discarded => chinese ? "判为重复，不计" : "A double: not counted",
        ExternalState.Withdrawn => chinese ? "已撤回" : "Withdrawn",
    };

    public static string Of(LikenessOf of, bool chinese) => of switch
    {
        LikenessOf.External => chinese ? "外部采购记录" : "External purchase",
        LikenessOf.Acceptance => chinese ? "本平台验收单" : "Acceptance of our own",
        LikenessOf.Invoice => chinese ? "本平台发票" : "Invoice of our own",
    };

    public static string Of(LikenessRule rule, bool chinese) => rule switch
    {
        LikenessRule.SameInvoice => chinese ? "同一供应商，发票号码相同" : "same invoice number of the same supplier",
        LikenessRule.SameAmount => chinese ? "单位、金额相同，日期相近，村或供应商相同" : "same unit and amount, days close together, same village or supplier",
    };

    public static LightKind LightOf(ExternalState state) => state switch
    {
        ExternalState.Held or ExternalState.Questioned => LightKind.Near,
        ExternalState.Counted => LightKind.Done,
        ExternalState.Discarded or ExternalState.Withdrawn => LightKind.Quiet,
    };
}
