using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Letters;

/// <summary>What waits for a person in chasing and letters: for a unit what it was told, for a supervisor answers to judge and limits that passed.
/// Every page shows how much waits: what doesn't wait isn't read, nor is any list.</summary>
internal sealed class LetterTodos(TaskListDbContext db, Actor actor, ReadLists lists) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) =>
    [
        .. actor.Can(Capability.TaskReport) ? await Told(ct) : [],
        .. actor.Can(Capability.TaskSupervise) ? await ToJudge(ct) : [],
    ];

    private async Task<IEnumerable<Todo>> Told(CancellationToken ct)
    {
        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskReport)];
        var chases = await (from c in db.ChasesWaiting().Where(c => mine.Contains(c.UnitId))
                            join l in db.Lists on c.ListId equals l.Id
                            join t in db.Tasks on c.TaskId equals t.Id
                            orderby c.Position descending
                            select new { c.UnitId, c.Word, c.At, l.Year, Task = t.Number, Measure = db.Measures.Where(m => m.Id == c.MeasureId).Select(m => (int?)m.Number).FirstOrDefault() }).ToListAsync(ct);
        var letters = await db.Letters.AsNoTracking().Include(l => l.Replies).Where(l => l.State == LetterState.Issued && mine.Contains(l.UnitId)).OrderByDescending(l => l.Position).ToListAsync(ct);
        var units = await db.UnitNames(chases.Select(c => c.UnitId).Concat(letters.Select(l => l.UnitId)), ct);
        return
        [
            .. chases.Select(c => new Todo(
                $"催办（{units[c.UnitId]}）：{c.Word}", $"Chased ({units[c.UnitId]}): {c.Word}", c.Measure is { } measure ? TaskPaths.Measure(c.Year, measure) : TaskPaths.Task(c.Year, c.Task), c.At)),
            .. letters.Select(l => new Todo(
                $"回复督办函{l.Number}（{Name(units, l)}，{l.Colour.Short(true)}{(Back(l) is null ? "" : "，回复被退回")}）",
                $"Answer letter {l.Number} ({Name(units, l)}, {l.Colour.Short(false)}{(Back(l) is null ? "" : "; the answer was sent back")})", TaskPaths.Letter(l.Id), Since(l), l.ReplyDueOn)),
        ];
    }

    private async Task<IEnumerable<Todo>> ToJudge(CancellationToken ct)
    {
        var tasks = await lists.Supervised(ct);
        var (all, theirs, today) = (tasks is null, (Guid[])[.. tasks ?? []], lists.Today);
        var letters = await db.Letters.AsNoTracking().Include(l => l.Replies).Where(l => all || theirs.Contains(l.TaskId))
            .Where(l => l.State == LetterState.Replied || (l.State == LetterState.Issued && l.ReplyDueOn < today && l.EscalatedIn == null)).OrderByDescending(l => l.Position).ToListAsync(ct);
        var units = await db.UnitNames(letters.Select(l => l.UnitId), ct);
        return letters.Where(l => l.State != LetterState.Replied || l.Reply!.ById != actor.Id).Select(l => (l.State, l.Colour) switch
        {
            (LetterState.Replied, _) => new Todo($"办理督办函{l.Number}的回复（{Name(units, l)}）", $"Judge the answer to letter {l.Number} ({Name(units, l)})", TaskPaths.Letter(l.Id), l.Reply!.At),

            // Nothing is graver than red: what is left is to go there.
            (_, LetterColour.Red) => new Todo(
                $"督办函{l.Number}（红色）逾期未回复，请当面督办（{Name(units, l)}）", $"Letter {l.Number} (red) is overdue: see to it in person ({Name(units, l)})", TaskPaths.Letter(l.Id), Since(l), l.ReplyDueOn),
            _ => new Todo($"督办函{l.Number}逾期未回复，可升级（{Name(units, l)}）", $"Letter {l.Number} is overdue and may be escalated ({Name(units, l)})", TaskPaths.Letter(l.Id), Since(l), l.ReplyDueOn),
        });
    }

    // An answer that was sent back waits anew, whether its limit moved or not.
    private static DateTimeOffset Since(SupervisionLetter letter) => Back(letter) ?? letter.IssuedAt!.Value;

    // A unit that isn't known any more keeps the name under which it was written to.
    private static string Name(IReadOnlyDictionary<Guid, string> units, SupervisionLetter letter) => units[letter.UnitId] is { Length: > 0 } name ? name : letter.Addressee;

    private static DateTimeOffset? Back(SupervisionLetter letter) => letter.Reply?.ReturnedAt;
}
