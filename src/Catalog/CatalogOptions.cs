using Commerce.Platform.Modules;

namespace Commerce.Catalog;

/// <summary>Settings <c>Commerce:Catalog</c>.</summary>
internal sealed class CatalogOptions
{
    /// <summary>How often a host looks whether the catalogue has changed elsewhere. Others must see a change within 2 s.</summary>
    public int FollowMilliseconds { get; set; } = 500;

    /// <summary>Where this site is known to the phones that read a label, such as https://shop.example; empty: the address under which the label was asked for.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>How many trace pages an address may open within a minute.</summary>
    public int TracesPerMinute { get; set; } = 120;

    /// <summary>How far above its reference price (参考价) an offer is pointed out, in per cent.</summary>
    public decimal ReferenceMarginPercent { get; set; } = 20;

    /// <summary>Stops the host when a setting is wrong.</summary>
    internal void Check()
    {
        if (FollowMilliseconds is < 50 or > 1500)
        {
            throw new WrongSettingException("Commerce:Catalog:FollowMilliseconds", "must lie between 50 and 1500");
        }

        if (ReferenceMarginPercent is < 1 or > 1000)
        {
            throw new WrongSettingException("Commerce:Catalog:ReferenceMarginPercent", "must lie between 1 and 1000");
        }

        if (PublicAddress.Length > 0 && !(Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new WrongSettingException("Commerce:Catalog:PublicAddress", "must be an http or https address, or empty");
        }

        if (TracesPerMinute is < 1 or > 100_000)
        {
            throw new WrongSettingException("Commerce:Catalog:TracesPerMinute", "must lie between 1 and 100000");
        }
    }
}
