using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.SampleData;

/// <summary>A special action of the sample list and a few problems under it (示例数据), in every state that people ask about.</summary>
internal static class SampleProblems
{
    private const string Reviewer = "郑督查";

    private static readonly (ProblemSource Source, string Unit, string Kind, string Text, string? Basis, string? Measures, string? Person, int Found, int? Due, int? Mended, bool Closed)[] Problems =
    [
        (ProblemSource.Audit, "公路局", "资金管理", "示例：一笔帮扶项目尾款超过约定期限未拨付。", "示例审计报告", "核对合同和验收资料，按程序拨付；建立拨付提醒。", "示例负责人甲", -60, -20, -25, true),
        (ProblemSource.SelfCheck, "公路局", "工程管理", "示例：两处安防设施的验收影像不全。", null, "补拍影像，对其他标段逐一检查。", "示例负责人乙", -30, 5, null, false),
        (ProblemSource.Inspection, "运输局", "运营服务", "示例：一条建制村客运班线停运未公告。", "示例检查记录", "恢复运营，停运前按规定公告。", "示例负责人丙", -40, -4, null, false),
        (ProblemSource.Patrol, "财务处", "作风", "示例：帮扶台账更新不及时。", "示例巡察反馈", null, null, -10, null, null, false),
        (ProblemSource.SelfCheck, "运输局", "台账资料", "示例：三个乡镇服务站的巡查记录缺签字。", null, "补齐签字，改用统一记录表。", "示例负责人丁", -25, 20, -2, false),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<TaskListDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await db.InTransaction(
            async _ =>
            {
                var today = now.DayInChina();
                if (await db.Problems.AnyAsync(ct) || await db.Measures.FirstOrDefaultAsync(m => m.Number == 52 && db.Lists.Any(l => l.Id == m.ListId && l.Sample && l.Year == today.Year), ct) is not { } measure)
                {
                    return 0;
                }

                var action = new SpecialAction
                {
                    Id = Guid.CreateVersion7(now),
                    ListId = measure.ListId,
                    TaskId = measure.TaskId,
                    MeasureId = measure.Id,
                    Name = "帮扶领域作风问题专项整治（示例）",
                    SummaryDueOn = new(today.Year, 10, 15),
                    SavedById = Someone(Reviewer).Id,
                    SavedByName = Reviewer,
                    SavedAt = now,
                    Sample = true,
                };
                db.SpecialActions.Add(action);
                foreach (var one in Problems)
                {
                    await Add(db, action, one, now, ct);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    private static async Task Add(
        TaskListDbContext db, SpecialAction action,
        (ProblemSource Source, string Unit, string Kind, string Text, string? Basis, string? Measures, string? Person, int Found, int? Due, int? Mended, bool Closed) one, DateTimeOffset now, CancellationToken ct)
    {
        var (today, supervisor, unit) = (now.DayInChina(), Someone(Reviewer), Someone("示例联络员"));
        var problem = new Problem
        {
            Id = Guid.CreateVersion7(now),
            Position = Problem.PositionOf(today.Year, await db.NextNumber($"WT-{today.Year}", ct)),
            Source = one.Source,
            FoundOn = today.AddDays(one.Found),
            Text = one.Text,
            Kind = one.Kind,
            Basis = one.Basis,
            UnitId = SampleId.Of("unit", one.Unit),
            ActionId = action.Id,
            RecordedById = supervisor.Id,
            RecordedByName = supervisor.Name,
            RecordedAt = now,
            Sample = true,
        };
        db.Problems.Add(problem);
        db.ProblemActs.Add(problem.Act(ProblemAction.Recorded, supervisor, now, problem.FoundOn, one.Basis));
        await db.CountFor(action, CountedKind.Problem, problem.Id, problem.Number, today, ct);
        if (one.Measures is { } measures)
        {
            problem.Plan(measures, one.Person!, [], today.AddDays(one.Due!.Value));
            db.ProblemActs.Add(problem.Act(ProblemAction.Planned, unit, now, problem.DueOn, $"{one.Person}：{measures}"));
            await db.CountFor(action, CountedKind.Rectification, problem.Id, problem.Number, today, ct);
        }

        if (one.Mended is { } mended)
        {
            problem.SayMended(today.AddDays(mended), unit.Id, unit.Name, now);
            db.ProblemReports.Add(new()
            {
                Id = Guid.CreateVersion7(now),
                ProblemId = problem.Id,
                UnitId = problem.UnitId,
                Narrative = "示例：已按措施整改完毕。",
                MendedOn = problem.MendedOn,
                Similar = "示例：对本单位同类事项全部检查一遍",
                SimilarFound = 1,
                ById = unit.Id,
                ByName = unit.Name,
                At = now,
            });
            db.ProblemActs.Add(problem.Act(ProblemAction.SaidMended, unit, now, problem.MendedOn));
        }

        if (one.Closed)
        {
            problem.Close(false, supervisor.Id, supervisor.Name, today.AddDays(one.Mended!.Value + 3));
            db.ProblemActs.Add(problem.Act(ProblemAction.Closed, supervisor, now, problem.ClosedOn));
            problem.Held(today.AddDays(-1));
            db.ProblemRechecks.Add(new()
            {
                Id = Guid.CreateVersion7(now),
                ProblemId = problem.Id,
                On = today.AddDays(-1),
                Result = RecheckResult.Held,
                Text = "示例：抽查同类款项，均已按期拨付。",
                ById = supervisor.Id,
                ByName = supervisor.Name,
                At = now,
            });
            db.ProblemActs.Add(problem.Act(ProblemAction.RecheckHeld, supervisor, now, today.AddDays(-1)));
        }
    }

    private static Actor Someone(string name) => new(SampleId.Of("person", name), name, [], new Dictionary<string, IReadOnlyCollection<Guid>>());
}
