using Commerce.Platform.Modules;

namespace Commerce.Catalog;

/// <summary>Settings <c>Commerce:Catalog</c>.</summary>
internal sealed class CatalogOptions
{
    /// <summary>How often a host looks whether the catalogue has changed elsewhere. Others must see a change within 2 s.</summary>
    public int FollowMilliseconds { get; set; } = 500;

    /// <summary>Stops the host when a setting is wrong.</summary>
    internal void Check()
    {
        if (FollowMilliseconds is < 50 or > 1500)
        {
            throw new WrongSettingException("Commerce:Catalog:FollowMilliseconds", "must lie between 50 and 1500");
        }
    }
}
