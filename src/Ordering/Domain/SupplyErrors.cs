using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>What settling and sending refuse.</summary>
internal static partial class OrderingErrors
{
    public static Error NoProposal { get; } = State("现在没有等您同意的运费；请刷新", "No freight waits for your word now; reload");

    public static Error FreightNotAgreed { get; } = State("买方还没有同意这么多运费；请等买方同意，或按已同意的填写", "The buyer hasn't agreed to so much freight; wait for it, or enter what was agreed");

    public static Error NoSuchStation { get; } = new Error(ErrorCode.NotFound, "没有这个站点，或者已停用，没有做任何更改；请重新选择。", "There is no such station, or it is closed; nothing was changed. Choose again.").At("stationId");

    public static Error NoSuchBatch(string product) => new Error(
        ErrorCode.NotFound, $"“{product}”没有这个批次，没有做任何更改；请重新选择批次，或自己填写批次号。", $"There is no such batch of {product}; nothing was changed. Choose again, or type its number.").At("batchId");

    public static Error BatchRecalled(string product, KnownBatch batch) => new Error(
        ErrorCode.StateNotAllowed,
        $"“{product}”的批次 {batch.Number} 已在 {batch.WithdrawnOn:yyyy-MM-dd} 召回（{batch.WithdrawnBecause}），现在不能出售和发货，没有做任何更改；请换别的批次。",
        $"Batch {batch.Number} of {product} was recalled on {batch.WithdrawnOn:yyyy-MM-dd} ({batch.WithdrawnBecause}), so it can't be sold or sent; nothing was changed. Send another batch.").At("batchId");

    public static Error StationDaysWrong(int most) => Invalid($"送达天数应为 0 至 {most} 的整数", $"The days must be 0 to {most}", "days");

    public static Error StationTextWrong(string field, int most) => Invalid($"请填写站点名称和地点，不超过 {most} 字", $"Give the station's name and place, at most {most} characters", field);

    public static Error PriceOnlyDown(string product, UnitPrice agreed) => Invalid(
        $"“{product}”的价格只能比约定的 {agreed} 低，且最多四位小数", $"The price of {product} may only fall below the agreed {agreed.Amount} CNY, with at most four places", "price");

    public static Error NoMoreAllowed { get; } = State("这一行已经收完，或者订单还没有确认；请刷新", "Nothing more is expected of this line, or the order isn't confirmed; reload");

    public static Error MoreThanTwice(string product, Quantity most) => Invalid($"“{product}”最多允许多收 {most}", $"At most {In(most)} more of {product} can be agreed to", "more");

    public static Error NoSuchPhoto { get; } = new Error(
        ErrorCode.NotFound, "没有这张照片，或者已用在别处，没有做任何更改；请重新拍照。", "There is no such photo, or it stands elsewhere already; nothing was changed. Take another.").At("photoIds");

    public static Error TooManyPhotos(string product) => Invalid($"“{product}”最多放 {AcceptancePhoto.Most} 张照片", $"At most {AcceptancePhoto.Most} photos of {product} are kept", "photoIds");

    public static Error NoPhotosOfReturns { get; } = Invalid("退货不收照片", "A return takes no photos", "photoIds");

    public static Error ProducerSuspended(string producer, string reason) => new(
        ErrorCode.StateNotAllowed,
        $"“{producer}”已被暂停供货（{reason}），没有做任何更改；恢复供货前不能继续。不再等的，请取消订单，占用的库存和预算会放开。",
        $"{producer} is suspended from supplying ({reason}); nothing was changed. It can't go on until supply is resumed; if you don't want to wait, cancel the order, which frees stock and budget.");

    public static Error CertificateLapsed(string product, KnownCertificate paper) => new(
        ErrorCode.StateNotAllowed,
        $"“{product}”的{paper.Kind}（{paper.Number}）{(paper.LastDay is { } last ? $"只到 {last:yyyy-MM-dd} 有效" : $"从 {paper.ValidFrom:yyyy-MM-dd} 起才有效")}，不能发货，没有做任何更改；请先在“商品”里登记新的证书。",
        $"The certificate {paper.Kind} ({paper.Number}) of {product} {(paper.LastDay is { } until ? $"held until {until:yyyy-MM-dd}" : $"holds only from {paper.ValidFrom:yyyy-MM-dd}")}, so it can't be sent; nothing was changed. Record the renewed certificate with the goods first.");

    public static Error NotLapsed { get; } = State("订单还没有到期，或者已经确认；请刷新", "The order isn't due yet, or was confirmed; reload");
}
