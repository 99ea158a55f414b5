using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Projects;
using Commerce.TaskList.Reminders;
using Commerce.TaskList.Rounds;

namespace Commerce.TaskList.Tests;

/// <summary>What waits for a person, part by part, as the host puts it together.</summary>
internal static class Inboxes
{
    public static IReadOnlyList<ITodo> Parts(World world, TaskListDbContext db, Actor who)
    {
        var lists = new ReadLists(db, who, world.Options, world.Clock);
        return
        [
            new TaskTodos(db, who, lists, world.Options), new ProjectTodos(db, new ReadProjects(db, lists, world.Options, who), world.Options, who, world.Clock), new RoundTodos(db, who, lists), new ProblemTodos(db, who, world.Options, world.Clock),
            new LetterTodos(db, who, lists),
        ];
    }

    public static async Task<IReadOnlyList<Todo>> All(this World world, Actor who)
    {
        await using var db = world.Open();
        return await new Inbox(Parts(world, db, who)).Read(default);
    }

    public static async Task<IReadOnlyList<Todo>> Part<T>(this World world, Actor who)
        where T : ITodo
    {
        await using var db = world.Open();
        return await Parts(world, db, who).OfType<T>().Single().Read(default);
    }
}
