using Commerce.Platform.Personal;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.People;

/// <summary>Reports, requests for more time, typed figures, answers to rounds, acts, chases, letters and answers to them, circulars; what waits for a decision keeps its author.</summary>
internal sealed class TaskListPeople(TaskListDbContext db) : IPersonPart
{
    public string Module => "tasks";

    public IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["progress_reports"] = "任务进度上报",
        ["extensions"] = "延期申请",
        ["metric_values"] = "任务指标填报",
        ["rounds"] = "调度",
        ["round_links"] = "调度答复链接",
        ["round_answers"] = "调度答复",
        ["task_acts"] = "任务办理记录",
        ["chases"] = "催办",
        ["letters"] = "督办函",
        ["letter_replies"] = "督办函回复",
        ["circulars"] = "情况通报",
        ["problems"] = "问题整改台账",
        ["problem_reports"] = "问题整改上报",
        ["problem_rechecks"] = "问题回头看",
        ["problem_extensions"] = "问题延期申请",
        ["problem_acts"] = "问题办理记录",
        ["special_actions"] = "专项整治",
        ["inspections"] = "检查",
        ["inspection_figures"] = "检查数据填报",
        ["projects"] = "任务项目",
        ["project_steps"] = "项目节点",
        ["project_values"] = "项目数据填报",
        ["known_people"] = "人员",
        ["saved_views"] = "保存的视图",
    };

    public async Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct)
    {
        var reports = await db.Reports.CountAsync(r => r.SubmittedById == person && r.State == ReportState.Submitted, ct);
        var extensions = await db.Extensions.CountAsync(e => e.RequestedById == person && e.State == ExtensionState.Requested, ct);
        var answers = await db.RoundAnswers.CountAsync(a => a.AnsweredById == person && a.State == RoundAnswerState.Answered, ct);
        var replies = await db.Letters.CountAsync(l => l.State == LetterState.Replied && l.Replies.Any(r => r.ById == person && r.ReturnedAt == null), ct);
        var problems = await db.Problems.CountAsync(p => p.SaidById == person && p.State == ProblemState.SaidMended, ct);
        var problemExtensions = await db.ProblemExtensions.CountAsync(e => e.RequestedById == person && e.State == ExtensionState.Requested, ct);
        return
        [
            .. answers > 0 ? (Duty[])[new($"还有 {answers} 份调度答复等审核", $"{answers} answers to rounds wait for review")] : [],
            .. problems > 0 ? (Duty[])[new($"还有 {problems} 个问题报了整改、等销号", $"{problems} problems said to be mended wait to be closed")] : [],
            .. problemExtensions > 0 ? (Duty[])[new($"还有 {problemExtensions} 份问题延期申请等审批", $"{problemExtensions} requests for more time for problems wait for a decision")] : [],
            .. reports > 0 ? (Duty[])[new($"还有 {reports} 份进度上报等审核", $"{reports} progress reports wait for review")] : [],
            .. extensions > 0 ? (Duty[])[new($"还有 {extensions} 份延期申请等审批", $"{extensions} requests for more time wait for a decision")] : [],
            .. replies > 0 ? (Duty[])[new($"还有 {replies} 份督办回复等办理", $"{replies} answers to letters wait to be judged")] : [],
        ];
    }
}
