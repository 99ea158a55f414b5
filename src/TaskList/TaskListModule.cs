using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.TaskList.Data;

namespace Commerce.TaskList;

/// <summary>任务清单: the official list, who owes what by when, what was done, and the figures that measure it.</summary>
public sealed class TaskListModule : IModule
{
    /// <inheritdoc />
    public string Name => "tasks";

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module.Database<TaskListDbContext>(Name);
    }

    /// <inheritdoc />
    public void Bind(GraphBuilder graph)
    {
    }
}
