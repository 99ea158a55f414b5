using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.Progress;

/// <summary>Who may take out a file of evidence: whoever sees the report, the figure, the problem or the answer, to a round or a letter, that it goes with.</summary>
internal static class EvidenceRights
{
    public static async Task<bool> MayRead(IServiceProvider services, Actor actor, Guid fileId, CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskRead))
        {
            return false;
        }

        var db = services.GetRequiredService<TaskListDbContext>();

        // A figure is for every reader of the list, and so is the paper that it stands on.
        if (await db.MetricValues.AnyAsync(v => v.FileId == fileId, ct) || await db.InspectionFigures.AnyAsync(f => db.OwnedFiles.Any(o => o.OwnerId == f.Id && o.FileId == fileId), ct))
        {
            return true;
        }

        if (await OfProblem(db, actor, fileId, ct) || await db.Projects.AnyAsync(p => p.Steps.Any(s => s.FileId == fileId) || p.Figures.Any(f => f.Values.Any(v => v.FileId == fileId)), ct))
        {
            return true;
        }

        Guid[] letters = [.. await db.Letters.Where(l => l.Replies.Any(r => r.Files.Any(f => f.FileId == fileId))).Select(l => l.Id).ToListAsync(ct)];
        if (letters.Length > 0 && (await services.GetRequiredService<ReadLetters>().ByIds(letters, ct)).Count > 0)
        {
            return true;
        }

        Guid[] reports = [.. await db.Reports.Where(r => r.Files.Any(f => f.FileId == fileId)).Select(r => r.Id).ToListAsync(ct)];
        if ((await services.GetRequiredService<ReadLists>().Reports(reports, ct)).Count > 0)
        {
            return true;
        }

        Guid[] answers = [.. await db.RoundAnswers.Where(a => a.Files.Any(f => f.FileId == fileId)).Select(a => a.Id).ToListAsync(ct)];
        return (await services.GetRequiredService<ReadRounds>().Answers(answers, ct)).Count > 0;
    }

    // A report on a problem or a re-check is for whoever sees the problem, the summary of a special action for every reader.
    private static async Task<bool> OfProblem(TaskListDbContext db, Actor actor, Guid fileId, CancellationToken ct)
    {
        var owners = await db.OwnedFiles.Where(f => f.FileId == fileId).Select(f => f.OwnerId).ToListAsync(ct);
        return owners.Count > 0 && (await db.SpecialActions.AnyAsync(a => owners.Contains(a.Id), ct)
            || await db.Problems.SeenBy(actor).AnyAsync(
                p => db.ProblemReports.Any(r => r.ProblemId == p.Id && owners.Contains(r.Id)) || db.ProblemRechecks.Any(r => r.ProblemId == p.Id && owners.Contains(r.Id)), ct));
    }
}
