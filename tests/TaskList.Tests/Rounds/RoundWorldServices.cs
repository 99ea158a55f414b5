using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.Tests.Rounds;

/// <summary>The rule of evidence as the file door asks it.</summary>
internal static class RoundWorldServices
{
    public static async Task<bool> MayRead(World world, TaskListDbContext db, Actor who, Guid file)
    {
        var lists = new ReadLists(db, who, world.Options, world.Clock);
        await using var services = new ServiceCollection().AddSingleton(db).AddSingleton(lists).AddSingleton(new ReadRounds(db, who, lists)).BuildServiceProvider();
        return await EvidenceRights.MayRead(services, who, file, default);
    }
}
