using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>Who looks, and at how much.</summary>
internal enum InspectionLevel
{
    /// <summary>县级排查: in full.</summary>
    County,

    /// <summary>市级巡查: by patrol.</summary>
    City,

    /// <summary>省级抽查: by sample.</summary>
    Province,
}

/// <summary>An inspection of a measure (检查) over some counties, at one level or more: counts and files, no rosters of roads or households.</summary>
internal sealed class Inspection : IVersioned
{
    public const int NameLength = 100;
    public const int KindLength = 40;
    public const int UnitLength = 10;
    public const int MostCounties = 100;
    public const int CountyLength = 40;
    public const int SeedLength = 60;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ListId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid MeasureId { get; init; }

    public required string Name { get; set; }

    /// <summary>类型, as typed: 硬化路路况, 资金使用 ….</summary>
    public required string Kind { get; set; }

    /// <summary>What is counted, as typed: 条, 个, 户.</summary>
    public required string Unit { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Its last day, included.</summary>
    public required DateOnly To { get; set; }

    public required bool OfCounties { get; set; }

    public required bool OfCities { get; set; }

    public required bool OfProvince { get; set; }

    public List<InspectionCounty> Counties { get; init; } = [];

    /// <summary>种子 of the province's sample; null until it is drawn, once.</summary>
    public string? Seed { get; private set; }

    public Guid? DrawnById { get; private set; }

    public string? DrawnByName { get; private set; }

    public DateTimeOffset? DrawnAt { get; private set; }

    public required Guid OpenedById { get; init; }

    public required string OpenedByName { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>示例数据.</summary>
    public bool Sample { get; init; }

    public bool Has(InspectionLevel level) => level switch
    {
        InspectionLevel.County => OfCounties,
        InspectionLevel.City => OfCities,
        InspectionLevel.Province => OfProvince,
    };

    public InspectionCounty? CountyNamed(string name) => Counties.Find(c => c.Name == name);

    /// <summary>Says anew which counties it is over.</summary>
    public void Over(IReadOnlyList<string> counties)
    {
        Counties.RemoveAll(c => !counties.Contains(c.Name));
        foreach (var (name, position) in counties.Select((n, i) => (n, i + 1)))
        {
            if (CountyNamed(name) is { } known)
            {
                known.Position = position;
            }
            else
            {
                Counties.Add(new() { InspectionId = Id, Name = name, Position = position });
            }
        }
    }

    /// <summary>Draws the province's sample, once: the counties with the lowest ranks.</summary>
    public void Draw(string seed, int count, Guid byId, string byName, DateTimeOffset at)
    {
        (Seed, DrawnById, DrawnByName, DrawnAt) = (seed, byId, byName, at);
        foreach (var (name, place) in InOrder(seed, Counties.Select(c => c.Name)).Take(count).Select((n, i) => (n, i + 1)))
        {
            CountyNamed(name)!.Drawn = place;
        }
    }

    /// <summary>Whoever knows the seed and the counties gets the same order, with this program or without.</summary>
    public static IEnumerable<string> InOrder(string seed, IEnumerable<string> counties) => counties.OrderBy(c => Rank(seed, c), StringComparer.Ordinal).ThenBy(c => c, StringComparer.Ordinal);

    /// <summary>SHA-256 over the seed, a colon and the county's name in UTF-8, written in hexadecimal.</summary>
    public static string Rank(string seed, string county) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{county}")));
}

/// <summary>A county that an inspection is over.</summary>
internal sealed class InspectionCounty
{
    public required Guid InspectionId { get; init; }

    public required string Name { get; init; }

    public required int Position { get; set; }

    /// <summary>Its place in the province's sample, from 1; null when it isn't in it.</summary>
    public int? Drawn { get; set; }
}

/// <summary>What was found in a county at a level (填报): typed, with evidence. Never edited; a better one is the next version.</summary>
internal sealed class InspectionFigure
{
    public const int Largest = 1_000_000;
    public const int EvidenceLength = 400;

    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required Guid InspectionId { get; init; }

    public required InspectionLevel Level { get; init; }

    public required string County { get; init; }

    /// <summary>1 for the first, one more for each that takes its place.</summary>
    public required int Number { get; init; }

    /// <summary>Who reported it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The day for which it holds.</summary>
    public required DateOnly On { get; init; }

    /// <summary>检查数.</summary>
    public required int Checked { get; init; }

    /// <summary>发现问题数.</summary>
    public required int Found { get; init; }

    /// <summary>已整改数.</summary>
    public required int Mended { get; init; }

    /// <summary>Where it stands written.</summary>
    public required string Evidence { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
