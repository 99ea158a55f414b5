using Commerce.Platform.Databases;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests;

public sealed class OfficialListTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_year_has_one_list(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<TaskListDbContext>.Create(provider, "tasks");
        await using var db = database.Open();
        db.Lists.AddRange(List(), List());

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private static OfficialList List() => new() { Id = Guid.NewGuid(), Year = 2026, Title = "重点任务清单", Source = "示例.txt", SavedAt = DateTimeOffset.UnixEpoch };
}
