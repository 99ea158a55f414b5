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
    };

    public async Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct)
    {
        var reports = await db.Reports.CountAsync(r => r.SubmittedById == person && r.State == ReportState.Submitted, ct);
        var extensions = await db.Extensions.CountAsync(e => e.RequestedById == person && e.State == ExtensionState.Requested, ct);
        var answers = await db.RoundAnswers.CountAsync(a => a.AnsweredById == person && a.State == RoundAnswerState.Answered, ct);
        var replies = await db.Letters.CountAsync(l => l.State == LetterState.Replied && l.Replies.Any(r => r.ById == person && r.ReturnedAt == null), ct);
        return
        [
            .. answers > 0 ? (Duty[])[new($"还有 {answers} 份调度答复等审核", $"{answers} answers to rounds wait for review")] : [],
            .. reports > 0 ? (Duty[])[new($"还有 {reports} 份进度上报等审核", $"{reports} progress reports wait for review")] : [],
            .. extensions > 0 ? (Duty[])[new($"还有 {extensions} 份延期申请等审批", $"{extensions} requests for more time wait for a decision")] : [],
            .. replies > 0 ? (Duty[])[new($"还有 {replies} 份督办回复等办理", $"{replies} answers to letters wait to be judged")] : [],
        ];
    }
}
