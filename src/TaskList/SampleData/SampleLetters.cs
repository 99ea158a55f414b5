using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.SampleData;

/// <summary>Two letters and a chase of the demonstration (示例数据): one letter waits for its answer, one is a draft, on the gravest matters of the day.</summary>
internal static class SampleLetters
{
    private const string By = "示例数据";

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<TaskListDbContext>();
        var (now, options) = (services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<TaskListOptions>());
        if (await db.Letters.AnyAsync(ct) || await db.Lists.AsNoTracking().FirstOrDefaultAsync(l => l.Sample, ct) is not { } list)
        {
            return;
        }

        await db.InTransaction(
            async _ =>
            {
                var units = await db.UnitBook(ct);
                var standing = new Standing((await db.Rows(list.Id, units, ct))!, now.DayInChina(), options.Lights);
                var matters = standing.Tasks
                    .Select(t => (Task: t, Measure: standing.MeasuresOf(t.Id).Where(m => !standing.IsClosed(m)).OrderByDescending(m => standing.GravestOf(m).Colour).FirstOrDefault(), Unit: standing.AnsweringFor(t.Id).FirstOrDefault(a => a.Owes)))
                    .Where(m => m.Measure is not null && m.Unit is not null).OrderByDescending(m => standing.GravestOf(m.Measure!).Colour).Take(2).ToList();
                foreach (var ((task, measure, unit), first) in matters.Select((m, i) => (m, i == 0)))
                {
                    var letter = Letter(standing, task, measure!, unit!, now);
                    letter.MatterKey = letter.OpenKey();
                    db.Letters.Add(letter);
                    if (first)
                    {
                        letter.Issue($"示例督〔{now.DayInChina().Year}〕1号", now.DayInChina(), list.Title, Guid.Empty, By, now);
                        db.Chases.Add(Chase(letter, now));
                    }
                }

                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    private static SupervisionLetter Letter(Standing standing, OfficialTask task, Measure measure, Answering unit, DateTimeOffset now)
    {
        var (light, id) = (standing.GravestOf(measure), Guid.CreateVersion7(now));
        var derived = LetterWords.Of(light);
        var (chinese, english) = light.To(unit.Name);
        return new()
        {
            Id = id,
            ListId = standing.Rows.List.Id,
            TaskId = task.Id,
            MeasureId = measure.Id,
            UnitId = unit.UnitId,
            Addressee = unit.Name,
            Office = standing.Rows.Units.Root is { } root ? standing.Rows.Units.NameOf(root) : "",
            Subject = new Matter(task.Id, measure, null).Words(task),
            Derived = derived,
            LightChinese = chinese,
            LightEnglish = english,
            Colour = derived ?? LetterColour.Blue,
            RaisedReason = derived is null ? "示例：重点工作，提前督办" : null,
            Demand = "示例：请查明进展缓慢的原因，逐项列出剩余工作、责任人和完成日期，抓紧推进。",
            ReplyDueOn = now.DayInChina().AddDays(7),
            DraftedOn = now.DayInChina(),
            DraftedById = Guid.Empty,
            DraftedByName = By,
            DraftedAt = now,
            NumberKey = SupervisionLetter.Alone(id),
            MatterKey = SupervisionLetter.Alone(id),
            Sample = true,
        };
    }

    private static Chase Chase(SupervisionLetter letter, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ListId = letter.ListId,
        TaskId = letter.TaskId,
        MeasureId = letter.MeasureId,
        UnitId = letter.UnitId,
        Subject = letter.Subject,
        Word = "示例：请本周内上报最新进展。",
        At = now,
        ById = Guid.Empty,
        ByName = By,
        Sample = true,
    };
}
