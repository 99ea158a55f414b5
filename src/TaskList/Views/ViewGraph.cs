using Commerce.Platform.GraphQL;
using Commerce.TaskList.Search;

namespace Commerce.TaskList.Views;

/// <summary>Saved views and the search in the schema.</summary>
internal static class ViewGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(ViewGraph).Assembly, "views.graphql");
        graph.Type<SavedViewView>("SavedView").Node("svw", (ask, ids) => ask.Service<ReadViews>().ByIds(ids, ask.Cancel));
        graph.Type<TaskHit>("TaskHit");
        graph.Query("savedViews", async ask => await ask.Service<ReadViews>().Mine(ask.Cancel));
        graph.Query("taskSearch", async ask => (await ask.Service<FindInTasks>().Find(ask.Arg<int>("year"), ask.Arg<string>("text")!, ask.Chinese, ask.Cancel)).Shown);
        graph.Mutation<SaveView.Input>("viewSave", "svw", (ask, input) => ask.Service<SaveView.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DropView.Input>("viewDrop", "svw", (ask, input) => ask.Service<DropView.Handler>().Handle(input, ask.Cancel));
    }
}
