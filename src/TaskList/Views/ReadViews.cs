using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Views;

/// <summary>A view as shown to whoever saved it.</summary>
internal sealed record SavedViewView(SavedView View) : IHaveId
{
    public Guid Id => View.Id;

    public string Name => View.Name;

    public string Address => View.Address;
}

/// <summary>One's own views.</summary>
internal sealed class ReadViews(TaskListDbContext db, Actor actor)
{
    public async Task<IReadOnlyList<SavedViewView>> Mine(CancellationToken ct) =>
        [.. (await db.SavedViews.AsNoTracking().Where(v => v.PersonId == actor.Id).ToListAsync(ct)).OrderBy(v => v.Name, StringComparer.Create(new("zh-CN"), false)).Select(v => new SavedViewView(v))];

    public async Task<IReadOnlyDictionary<Guid, SavedViewView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await db.SavedViews.AsNoTracking().Where(v => ids.Contains(v.Id) && v.PersonId == actor.Id).ToListAsync(ct)).ToDictionary(v => v.Id, v => new SavedViewView(v));
}
