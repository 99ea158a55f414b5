using System.Globalization;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ReadModel;

/// <summary>Counts how many products each further choice would leave.</summary>
internal static class ProductFacets
{
    public static IReadOnlyList<FacetView> Count(CatalogueSnapshot catalogue, FilterMisses misses, DateTimeOffset now) =>
    [
        Facet("category", "品类", FilterParts.Category, catalogue, misses, p => p.Category.Path.Select(c => (NodeId.Encode("cat", c.Id), c.Name))),
        Facet("village", "帮扶村", FilterParts.Village, catalogue, misses, p => p.Producer.Village is { } v ? [(NodeId.Encode("vil", v.Id), v.Name)] : []),
        Facet("county", "产地县", FilterParts.County, catalogue, misses, p => [(p.Producer.Origin.CountyCode, p.Producer.Origin.County)]),
        Facet("use", "适用用途", FilterParts.Use, catalogue, misses, p => p.PermittedUses.Select(u => (GraphJson.EnumName(u), Name(u)))),
        Facet("certificate", "证书", FilterParts.Certificate, catalogue, misses, p => p.CertificatesOn(now.DayInChina()).Select(c => (c.Kind, c.Kind)).Distinct()),
        Facet("recognised", "认定", FilterParts.Recognised, catalogue, misses, p => [p.RecognisedOn(now.DayInChina()) ? ("true", "认定") : ("false", "普通")]),
        Facet("month", "上市月份", FilterParts.Month, catalogue, misses, p => p.Season is { } season ? season.AllMonths().Select(m => (m.ToString(CultureInfo.InvariantCulture), $"{m}月")) : []),
        Facet("serviceArea", "服务区", FilterParts.ServiceArea, catalogue, misses, p => p.ServiceAreasAt(now).Select(a => (NodeId.Encode("sar", a.Id), a.Name))),
    ];

    private static FacetView Facet(string key, string label, FilterParts own, CatalogueSnapshot catalogue, FilterMisses misses, Func<ProductView, IEnumerable<(string Id, string Label)>> values) =>
        new(key, label,
        [
            .. catalogue.Products.Where(p => misses.NoneBut(own, p.Index)).SelectMany(values)
                .CountBy(v => v)
                .OrderByDescending(v => v.Value).ThenBy(v => v.Key.Id, StringComparer.Ordinal)
                .Select(v => new FacetValueView(v.Key.Id, v.Key.Label, v.Value)),
        ]);

    private static string Name(PermittedUse use) => use switch
    {
        PermittedUse.Canteen => "食堂食材",
        PermittedUse.Welfare => "职工福利",
        PermittedUse.Kiosk => "专柜零售",
        PermittedUse.Medicinal => "药材原料",
    };
}
