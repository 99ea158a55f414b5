using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>Day sheets wait in the inbox of those who confirm them, and what was sent back in the inbox of those who write; one's own sheet waits for a colleague.</summary>
internal sealed class DaySheetTodo(AssistanceDbContext db, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        var (confirms, writes, me) = (actor.UnitsWhere(Capability.DaySheetConfirm), actor.UnitsWhere(Capability.DaySheetWrite), actor.Id);
        var todos = new List<Todo>();
        if (confirms.Count > 0)
        {
            var waiting = await db.DaySheets.AsNoTracking().Where(s => s.State == DaySheetState.Submitted && confirms.Contains(s.UnitId) && s.SubmittedById != me && s.TypedById != me)
                .OrderBy(s => s.Position).Select(s => s.SubmittedAt).ToListAsync(ct);
            if (waiting.Count > 0)
            {
                todos.Add(new($"确认日销售单（{waiting.Count} 张）", $"Confirm {waiting.Count} day sheets", "/assistance/daysheets?state=submitted", waiting[0]!.Value));
            }
        }

        if (writes.Count > 0)
        {
            var back = await db.DaySheets.AsNoTracking().Where(s => s.State == DaySheetState.Draft && s.SentBackReason != null && writes.Contains(s.UnitId))
                .OrderBy(s => s.Position).Select(s => s.TypedAt).ToListAsync(ct);
            if (back.Count > 0)
            {
                todos.Add(new($"修改被退回的日销售单（{back.Count} 张）", $"Mend {back.Count} day sheets that were sent back", "/assistance/daysheets?state=draft", back[0]));
            }
        }

        return todos;
    }
}
