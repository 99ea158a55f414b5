using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>The refusals of this module, one each.</summary>
internal static class CatalogErrors
{
    public static Error NotYourSupplier { get; } = new(
        ErrorCode.Forbidden, "这个生产者由其他单位代办，您不能更改它的商品；没有做任何更改。", "Another unit acts for this producer, so you can't change its goods; nothing was changed.");

    public static Error PriceNotPositive { get; } = new Error(
        ErrorCode.Invalid, "价格必须大于 0；没有做任何更改。", "The price must be above 0; nothing was changed.").At("amount");

    public static Error PriceTooFine { get; } = new Error(
        ErrorCode.Invalid, "价格最多四位小数，且小于一千万元；没有做任何更改。", "A price has at most four decimal places and is below 10 million; nothing was changed.").At("amount");

    public static Error PriceInThePast { get; } = new Error(
        ErrorCode.Invalid, "价格不能从过去的时间起生效；没有做任何更改。请选择现在或以后的时间。", "A price can't hold from a time gone by; nothing was changed. Choose now or later.").At("validFrom");

    public static Error PriceAfterTheEnd { get; } = new Error(
        ErrorCode.Invalid, "价格生效时这个报价已经结束；没有做任何更改。", "The offer ends before this price would begin; nothing was changed.").At("validFrom");

    public static Error ReasonTooLong { get; } = new Error(
        ErrorCode.Invalid, "调价原因最多 200 字；没有做任何更改。", "A reason has at most 200 characters; nothing was changed.").At("reason");

    public static Error OfferEnded { get; } = new(
        ErrorCode.StateNotAllowed, "这个报价已经下架；没有做任何更改。需要时请重新上架。", "This offer has ended; nothing was changed. Publish it anew if needed.");

    public static Error AlreadyOnOffer { get; } = new(
        ErrorCode.StateNotAllowed, "这个规格已在该销售点对同一类买方上架；没有做任何更改。请改价，或先下架。", "This variant is on offer there for that buyer group already; nothing was changed. Change its price, or withdraw it first.");

    public static Error OfferInThePast { get; } = new Error(
        ErrorCode.Invalid, "上架时间不能早于现在；没有做任何更改。", "An offer can't begin in the past; nothing was changed.").At("validFrom");

    public static Error SlugTaken { get; } = new Error(
        ErrorCode.Invalid, "这个网址名已被别的商品使用；没有做任何更改。请换一个，或留空由系统编号。", "Another product has this slug; nothing was changed. Choose another, or leave it out.").At("slug");

    public static Error SlugShape { get; } = new Error(
        ErrorCode.Invalid, "网址名应为 1 至 80 个小写字母、数字或连字符；没有做任何更改。", "A slug is 1 to 80 lower-case letters, digits or hyphens; nothing was changed.").At("slug");

    public static Error NameShape { get; } = new Error(
        ErrorCode.Invalid, "名称应为 1 至 100 个字；没有做任何更改。", "A name has 1 to 100 characters; nothing was changed.").At("name");

    public static Error SummaryTooLong { get; } = new Error(
        ErrorCode.Invalid, "简介最多 400 字；没有做任何更改。", "A summary has at most 400 characters; nothing was changed.").At("summary");

    public static Error SynonymShape { get; } = new Error(
        ErrorCode.Invalid, "别名最多 20 个，每个 1 至 40 字，不含“|”；没有做任何更改。", "At most 20 synonyms of 1 to 40 characters, without \"|\"; nothing was changed.").At("synonyms");

    public static Error NoUse { get; } = new Error(
        ErrorCode.Invalid, "请至少选一种适用用途；没有做任何更改。", "Name at least one permitted use; nothing was changed.").At("permittedUses");

    public static Error TaxRateShape { get; } = new Error(
        ErrorCode.Invalid, "税率应大于 0、小于 100，最多两位小数；免税请留空。没有做任何更改。", "The tax rate lies above 0 and below 100 with at most two places; leave it out when exempt. Nothing was changed.").At("taxRatePercent");

    public static Error NoVariant { get; } = new Error(
        ErrorCode.Invalid, "请给出 1 至 50 种规格；没有做任何更改。", "Give 1 to 50 variants; nothing was changed.").At("variants");

    public static Error NotYourOutlet { get; } = new(
        ErrorCode.Forbidden, "这个销售点由其他单位经营，您不能更改；没有做任何更改。", "Another unit runs this outlet, so you can't change it; nothing was changed.");

    public static Error NothingToOpen { get; } = new(
        ErrorCode.StateNotAllowed, "供货点和网上销售没有营业状态；没有做任何更改。需要停供时请下架商品。", "A supply point or an online shop neither opens nor closes; nothing was changed. Withdraw its offers instead.");

    public static Error AlreadyOpen { get; } = new(
        ErrorCode.StateNotAllowed, "这个销售点已在营业；没有做任何更改。", "This outlet is open already; nothing was changed.");

    public static Error NotOpen { get; } = new(
        ErrorCode.StateNotAllowed, "这个销售点没有在营业；没有做任何更改。", "This outlet isn't open; nothing was changed.");

    public static Error StateReasonShape { get; } = new Error(
        ErrorCode.Invalid, "请写明原因，1 至 200 字；没有做任何更改。", "Give the reason in 1 to 200 characters; nothing was changed.").At("reason");

    public static Error StateAhead { get; } = new Error(
        ErrorCode.Invalid, "日期不能晚于今天：营业状态只记已经发生的事；没有做任何更改。", "The day can't lie ahead: this records what has happened; nothing was changed.").At("on");

    public static Error SpeciesNameShape { get; } = new Error(
        ErrorCode.Invalid, "种类名应为 1 至 40 个字；没有做任何更改。", "A species' name has 1 to 40 characters; nothing was changed.").At("name");

    public static Error SpeciesNameTaken { get; } = new Error(
        ErrorCode.Invalid, "已有这个种类；没有做任何更改。", "There is such a species already; nothing was changed.").At("name");

    public static Error BaselineOrder { get; } = new Error(
        ErrorCode.Invalid, "基线的结束日不能早于开始日，没有开始日也不能有结束日；没有做任何更改。", "The baseline's last day can't come before its first, nor stand without it; nothing was changed.").At("baselineTo");

    public static Error SuspensionReasonShape { get; } = new Error(
        ErrorCode.Invalid, "请写明暂停供货的原因，1 至 200 字；没有做任何更改。", "Say in 1 to 200 characters why supply is suspended; nothing was changed.").At("reason");

    public static Error WithdrawalReasonShape { get; } = new Error(
        ErrorCode.Invalid, "请写明撤销的原因，1 至 200 字；没有做任何更改。", "Say in 1 to 200 characters why it is withdrawn; nothing was changed.").At("reason");

    public static Error CertificateDays { get; } = new Error(
        ErrorCode.Invalid, "证书的到期日不能早于生效日；没有做任何更改。", "A certificate can't end before it begins; nothing was changed.").At("validTo");

    public static Error WithdrawnAhead { get; } = new Error(
        ErrorCode.Invalid, "撤销日期不能晚于今天，也不能早于证书的生效日；没有做任何更改。", "The day of withdrawal can't lie ahead, nor before the certificate's first day; nothing was changed.").At("on");

    public static Error WithdrawnAlready { get; } = new(
        ErrorCode.StateNotAllowed, "这张证书已经撤销；没有做任何更改。重新取得时请登记新的证书编号。", "This certificate was withdrawn; nothing was changed. Record a new one under its own number.");

    public static Error CertificateText(string field, int most) => new Error(
        ErrorCode.Invalid, $"请填写证书的种类、编号和签发单位，不超过 {most} 字；没有做任何更改。", $"Give the certificate's kind, number and issuer in at most {most} characters; nothing was changed.").At(field);

    public static Error SuspendedAlready(string producer) => new(
        ErrorCode.StateNotAllowed, $"“{producer}”已经暂停供货；没有做任何更改。", $"{producer} is suspended already; nothing was changed.");

    public static Error NotSuspended(string producer) => new(
        ErrorCode.StateNotAllowed, $"“{producer}”没有暂停供货；没有做任何更改。", $"{producer} isn't suspended; nothing was changed.");

    public static Error StateBeforeTheLast(DateOnly last) => new Error(
        ErrorCode.Invalid,
        $"日期不能早于上一次记录的 {last:yyyy-MM-dd}；没有做任何更改。",
        $"The day can't come before the last statement's, {last:yyyy-MM-dd}; nothing was changed.").At("on");

    public static Error PricePerOtherDimension(MeasureUnit per, MeasureUnit pricedBy) => new Error(
        ErrorCode.Invalid,
        $"这个规格按{pricedBy.Name()}计价，不能按{per.Name()}定价；没有做任何更改。",
        $"This variant is priced by {pricedBy.Name(chinese: false)}, not by {per.Name(chinese: false)}; nothing was changed.").At("per");

    public static Error NoSuch(string chinese, string english, params string[] path) => new Error(
        ErrorCode.NotFound, $"没有这个{chinese}；没有做任何更改。", $"There is no such {english}; nothing was changed.").At(path);

    public static Error NoSuchOutlet { get; } = new Error(ErrorCode.NotFound, "没有这个销售点，请核对编号。", "There is no such outlet. Check the id.").At("outletId");

    public static Error QuantityShape(MeasureUnit soldBy, string field) => new Error(
        ErrorCode.Invalid,
        $"这个规格按{soldBy.Name()}销售，数量须为正、同类单位，最多精确到千分之一；没有做任何更改。",
        $"This variant is sold by {soldBy.Name(chinese: false)}: give a positive quantity in such a unit; nothing was changed.").At(field);

    public static Error VariantShape(int index, string field, string chinese, string english) => new Error(
        ErrorCode.Invalid, $"第 {index + 1} 种规格：{chinese}；没有做任何更改。", $"Variant {index + 1}: {english}; nothing was changed.")
        .At("variants", index.ToString(System.Globalization.CultureInfo.InvariantCulture), field);

    public static Error NoSuchScan { get; } = new Error(
        ErrorCode.Invalid, "没有这份扫描件，或者它不是您上传的；没有做任何更改。请重新上传后再登记。", "There is no such scan, or you didn't upload it; nothing was changed. Upload it again, then record the certificate.").At("fileId");
}
