using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>品牌: a village's brand, such as 明东, and the products that carry it. A product carries one at most.</summary>
internal sealed class Brand : IVersioned, ICatalogueFact
{
    public const int LongestName = 40;

    public const int MostProducts = 200;

    public required Guid Id { get; init; }

    public string Name { get; private set; } = "";

    public string? EnglishName { get; private set; }

    public Guid VillageId { get; private set; }

    public IReadOnlyList<Guid> ProductIds { get; private set; } = [];

    public bool Sample { get; init; }

    public int Version { get; set; }

    /// <summary>Says it anew as a whole.</summary>
    public Result Say(string name, string? englishName, Guid villageId, IReadOnlyList<Guid> productIds)
    {
        var (chinese, english) = (name.Trim(), englishName?.Trim() ?? "");
        if (chinese.Length is 0 or > LongestName)
        {
            return CampaignErrors.BrandNameShape("name");
        }

        if (english.Length > LongestName)
        {
            return CampaignErrors.BrandNameShape("englishName");
        }

        IReadOnlyList<Guid> products = [.. productIds.Distinct()];
        if (products.Count is 0 or > MostProducts)
        {
            return CampaignErrors.HowManyProducts;
        }

        (Name, EnglishName, VillageId, ProductIds) = (chinese, english.Length == 0 ? null : english, villageId, products);
        return Result.Done;
    }
}
