using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.SampleData;

/// <summary>An inspection of funds over 19 counties (示例数据): the province's sample is drawn, a few counties have reported.</summary>
internal static class SampleInspections
{
    private const string Reviewer = "郑督查";

    private static readonly (InspectionLevel Level, int County, int Checked, int Found, int Mended)[] Figures =
    [
        (InspectionLevel.County, 0, 36, 4, 3), (InspectionLevel.County, 1, 28, 0, 0), (InspectionLevel.County, 2, 41, 6, 2), (InspectionLevel.City, 0, 12, 2, 1),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<TaskListDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await db.InTransaction(
            async _ =>
            {
                var today = now.DayInChina();
                if (await db.Inspections.AnyAsync(ct) || await db.Measures.FirstOrDefaultAsync(m => m.Number == 54 && db.Lists.Any(l => l.Id == m.ListId && l.Sample && l.Year == today.Year), ct) is not { } measure)
                {
                    return 0;
                }

                var inspection = new Inspection
                {
                    Id = Guid.CreateVersion7(now),
                    ListId = measure.ListId,
                    TaskId = measure.TaskId,
                    MeasureId = measure.Id,
                    Name = "交通帮扶资金检查（示例）",
                    Kind = "资金使用",
                    Unit = "个",
                    From = new(today.Year, 1, 1),
                    To = new(today.Year, 9, 30),
                    OfCounties = true,
                    OfCities = true,
                    OfProvince = true,
                    OpenedById = SampleId.Of("person", Reviewer),
                    OpenedByName = Reviewer,
                    OpenedAt = now,
                    Sample = true,
                };
                inspection.Over([.. Enumerable.Range(1, 19).Select(n => $"示例{n}县")]);
                inspection.Draw("示例种子", 4, SampleId.Of("person", Reviewer), Reviewer, now);
                db.Inspections.Add(inspection);
                db.InspectionFigures.AddRange(Figures.Select(f => new InspectionFigure
                {
                    Id = Guid.CreateVersion7(now),
                    InspectionId = inspection.Id,
                    Level = f.Level,
                    County = $"示例{f.County + 1}县",
                    Number = 1,
                    UnitId = SampleId.Of("unit", "审计处"),
                    On = today,
                    Checked = f.Checked,
                    Found = f.Found,
                    Mended = f.Mended,
                    Evidence = "示例检查记录",
                    ById = SampleId.Of("person", "示例联络员"),
                    ByName = "示例联络员",
                    At = now,
                }));
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }
}
