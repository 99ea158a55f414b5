using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.TaskList.Circulars;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.SampleData;

/// <summary>A circular of the demonstration (示例数据), drafted from the data of the day and issued.</summary>
internal static class SampleCirculars
{
    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<TaskListDbContext>();
        var (now, options) = (services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<TaskListOptions>());
        if (await db.Circulars.AnyAsync(ct) || await db.Lists.AsNoTracking().FirstOrDefaultAsync(l => l.Sample, ct) is not { } list)
        {
            return;
        }

        await db.InTransaction(
            async _ =>
            {
                var units = await db.UnitBook(ct);
                var standing = new Standing((await db.Rows(list.Id, units, ct))!, now.DayInChina(), options.Lights);
                var content = await services.GetRequiredService<BuildCircular>().Of(standing, ct);
                var id = Guid.CreateVersion7(now);
                var circular = new Circular
                {
                    Id = id,
                    ListId = list.Id,
                    AsOf = now.DayInChina(),
                    Title = $"关于{list.Year}年任务清单落实情况的通报（示例）",
                    Office = units.Root is { } root ? units.NameOf(root) : "",
                    Opening = BuildCircular.Opening(standing, content, null),
                    Demands = "示例：各单位对照通报查找差距，逾期的明确责任人和完成日期。",
                    Content = BuildCircular.Write(content),
                    DraftedById = Guid.Empty,
                    DraftedByName = "示例数据",
                    DraftedAt = now,
                    NumberKey = Circular.Alone(id),
                    Sample = true,
                };
                circular.Issue($"示例通〔{now.DayInChina().Year}〕1号", now.DayInChina(), Guid.Empty, circular.DraftedByName, now);
                db.Circulars.Add(circular);
                db.CircularDocuments.Add(CircularPaper.Freeze(circular));
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }
}
