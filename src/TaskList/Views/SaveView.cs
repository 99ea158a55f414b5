using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Views;

/// <summary>A person keeps a view of the task list under a name; the same name again replaces it.</summary>
internal static class SaveView
{
    public sealed record Input(string IdempotencyKey, string Name, string Address) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct) =>
            input.Name.Trim().Length is < 1 or > SavedView.NameLength ? Outcome.Refused(ViewErrors.Name)
            : !SavedView.IsAddress(input.Address) ? Outcome.Refused(ViewErrors.Address)
            : await once.Run(db, input, () => Keep(input, ct), ct);

        private async Task<Result<Guid>> Keep(Input input, CancellationToken ct)
        {
            var name = input.Name.Trim();
            var mine = await db.SavedViews.Where(v => v.PersonId == actor.Id).ToListAsync(ct);
            var now = clock.GetUtcNow();
            if (mine.Find(v => v.Name == name) is { } known)
            {
                (known.Address, known.SavedAt) = (input.Address, now);
                return known.Id;
            }

            if (mine.Count >= SavedView.Most)
            {
                return ViewErrors.Most;
            }

            var view = new SavedView { Id = Guid.CreateVersion7(now), PersonId = actor.Id, Name = name, Address = input.Address, SavedAt = now };
            db.SavedViews.Add(view);
            return view.Id;
        }
    }
}
