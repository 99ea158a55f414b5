using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Views;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Views;

public sealed class ViewTests
{
    private static readonly Actor Me = World.Liaison(World.Highways, "甲");
    private static readonly Actor Other = World.Liaison(World.Highways, "乙");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_view_is_kept_under_its_name_replaced_by_the_same_name_and_seen_by_nobody_else(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Save(world, "逾期", "/tasks?show=overdue");
        var again = await Save(world, "逾期", "/tasks?show=overdue&unit=mine");

        Assert.Equal([("逾期", "/tasks?show=overdue&unit=mine")], await Mine(world, Me));
        Assert.Empty(await Mine(world, Other));
        Assert.Equal(PlatformErrors.NotFound.Chinese, (await Drop(world, Other, again.Id!.Value))?.Chinese);
        Assert.Null(await Drop(world, Me, again.Id!.Value));
        Assert.Empty(await Mine(world, Me));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_pages_of_the_task_list_are_kept_and_not_more_than_twenty(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        foreach (var address in new[] { "https://evil.example", "//evil.example", "/orders", "/tasksx", "/tasks/\\evil", "/tasks//evil", "/tasks?a=\n", "javascript:alert(1)", "/tasks?" + new string('a', 500) })
        {
            Assert.Equal(ViewErrors.Address.Chinese, (await Save(world, "坏", address)).Error?.Chinese);
        }

        Assert.Equal(ViewErrors.Name.Chinese, (await Save(world, " ", "/tasks")).Error?.Chinese);
        Assert.Equal(ViewErrors.Name.Chinese, (await Save(world, new string('长', 31), "/tasks")).Error?.Chinese);
        for (var i = 0; i < 20; i++)
        {
            Assert.Null((await Save(world, $"视图{i}", "/tasks")).Error);
        }

        Assert.Equal(ViewErrors.Most.Chinese, (await Save(world, "第二十一个", "/tasks")).Error?.Chinese);
        Assert.Null((await Save(world, "视图3", "/tasks/projects")).Error);
    }

    private static Task<Outcome> Save(World world, string name, string address) => world.Do(Me, (db, once, _) =>
        new SaveView.Handler(db, once, Me, world.Clock).Handle(new(Guid.NewGuid().ToString(), name, address), default));

    private static async Task<Error?> Drop(World world, Actor by, Guid id) => (await world.Do(by, (db, once, _) =>
        new DropView.Handler(db, once, by).Handle(new(Guid.NewGuid().ToString(), id), default))).Error;

    private static async Task<IReadOnlyList<(string, string)>> Mine(World world, Actor by)
    {
        await using var db = world.Open();
        return [.. (await new ReadViews(db, by).Mine(default)).Select(v => (v.Name, v.Address))];
    }
}
