using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Inspections;

/// <summary>What levels are called on pages and papers.</summary>
internal static class InspectionWords
{
    public static string Of(InspectionLevel level, bool chinese) => level switch
    {
        InspectionLevel.County => chinese ? "县级排查" : "counties, in full",
        InspectionLevel.City => chinese ? "市级巡查" : "cities, by patrol",
        InspectionLevel.Province => chinese ? "省级抽查" : "province, by sample",
    };
}
