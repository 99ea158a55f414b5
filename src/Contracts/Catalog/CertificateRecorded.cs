namespace Commerce.Contracts.Catalog;

/// <summary>A product has a certificate (资质证书); said again when it is renewed or withdrawn. The last saying is the valid one.</summary>
/// <param name="CertificateId">The certificate.</param>
/// <param name="ProductId">The product.</param>
/// <param name="Kind">合格证, SC, 绿色食品, 帮扶产品认定.</param>
/// <param name="Number">Its number.</param>
/// <param name="ValidFrom">First day in China on which it holds; null when it wasn't recorded.</param>
/// <param name="ValidTo">Last day on which it holds; null when it has no end.</param>
/// <param name="WithdrawnOn">First day from which it was withdrawn; null when it wasn't.</param>
/// <param name="Recognition">认定: it makes the goods recognised ones, and isn't needed to send them.</param>
[Event]
public sealed record CertificateRecorded(
    Guid CertificateId, Guid ProductId, string Kind, string Number, DateOnly? ValidFrom, DateOnly? ValidTo, DateOnly? WithdrawnOn, bool Recognition);
