using Commerce.Platform.GraphQL;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Extensions;
using Commerce.TaskList.Figures;
using Commerce.TaskList.Measures;
using Commerce.TaskList.Members;
using Commerce.TaskList.Milestones;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Saving;

namespace Commerce.TaskList.GraphQL;

/// <summary>The module's part of the schema.</summary>
internal static class TaskListGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(TaskListGraph).Assembly, "tasks.graphql");
        BindLists(graph);
        BindMilestones(graph);
        BindProgress(graph);
        BindMutations(graph);
        RoundsGraph.Bind(graph);
        ProblemsGraph.Bind(graph);
        InspectionsGraph.Bind(graph);
        Projects.ProjectGraph.Bind(graph);
        Views.ViewGraph.Bind(graph);
    }

    private static void BindLists(GraphBuilder graph)
    {
        graph.Type<ListView>("TaskList")
            .Node("tsl", (ask, ids) => ask.Service<ReadLists>().Lists(ids, ask.Cancel))
            .Field("board", Board);
        graph.Type<SavingView>("TaskListSaving");
        graph.Type<SectionView>("TaskSection");
        graph.Type<TaskView>("OfficialTask")
            .Node("tsk", (ask, ids) => ask.Service<ReadLists>().Tasks(ids, ask.Cancel))
            .Field("metrics", (t, ask) => ask.Service<ReadFigures>().OfTaskAlone(t, ask.Cancel))
            .Field("light", t => t.Light)
            .Field("status", t => t.Stage)
            .Field("story", (t, ask) => ask.Service<ReadLists>().Story(t, null, ask.Cancel));
        graph.Type<MeasureView>("Measure")
            .Node("mea", (ask, ids) => ask.Service<ReadLists>().Measures(ids, ask.Cancel))
            .Field("metrics", (m, ask) => ask.Service<ReadFigures>().Of(m, ask.Cancel))
            .Field("reports", (m, ask) => ask.Service<ReadLists>().ReportsOf(m, ask.Page(), ask.Service<Cursors>()));
        graph.Type<CountedAct>("CountedAct");
        graph.Type<RoleView>("UnitRole")
            .Ref("unit", "ou", r => r.UnitId)
            .Field("members", (r, ask) => r.MemberIds.Select(id => graph.NodeOf(ask, "ou", id)).ToList());
        graph.Type<Light>("Light").Field("reason", (l, ask) => l.Reason(ask.Chinese));
        graph.Type<BoardView>("TaskBoard")
            .Field("unitsBehind", (b, ask) => b.UnitsBehindIds.Select(id => graph.NodeOf(ask, "ou", id)).ToList());
        graph.Type<StageCountView>("StatusCount").Field("status", c => c.Stage);
        graph.Type<ActView>("TaskAct").Field("action", (a, ask) => a.Act.Action.Text(ask.Chinese));
        graph.Query("taskList", async ask => await ask.Service<ReadLists>().List(ask.Arg<int>("year"), ask.Arg<DateOnly?>("asOf"), ask.Cancel));
    }

    private static async Task<BoardView> Board(ListView list, Ask ask) =>
        new(await ask.Service<ReadLists>().StandingOf(list.Id, ask.Arg<DateOnly?>("asOf") ?? list.AsOf, ask.Cancel));

    private static void BindMilestones(GraphBuilder graph)
    {
        graph.Type<MilestoneView>("Milestone")
            .Node("mst", (ask, ids) => ask.Service<ReadLists>().Milestones(ids, ask.Cancel))
            .Field("extensions", (m, ask) => ask.Service<ReadLists>().ExtensionsOf(m));
        graph.Type<ExtensionView>("Extension")
            .Node("ext", (ask, ids) => ask.Service<ReadLists>().Extensions(ids, ask.Cancel))
            .Ref("milestone", "mst", e => e.MilestoneId)
            .Ref("unit", "ou", e => e.UnitId);
    }

    private static void BindProgress(GraphBuilder graph)
    {
        graph.Type<FigureView>("Metric")
            .Node("met", (ask, ids) => ask.Service<ReadFigures>().ByIds(ids, ask.Service<ReadLists>(), ask.Cancel))
            .Field("label", (f, ask) => f.Label(ask.Chinese))
            .Field("reportedBy", f => f.By)
            .Field("evidence", f => f.Path ?? f.Evidence);
        graph.Type<FileView>("EvidenceFile").Field("id", f => NodeId.Encode("fil", f.Id));
        graph.Type<ReportView>("ProgressReport")
            .Node("rep", (ask, ids) => ask.Service<ReadLists>().Reports(ids, ask.Cancel))
            .Ref("measure", "mea", r => r.MeasureId)
            .Ref("unit", "ou", r => r.UnitId)
            .Field("attachments", r => r.Files);
    }

    private static void BindMutations(GraphBuilder graph)
    {
        graph.Mutation<ImportList.Input>("taskListImport", "tsl", (ask, input) => ask.Service<ImportList.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<SubmitProgress.Input>("progressSubmit", "rep", (ask, input) => ask.Service<SubmitProgress.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReviewProgress.Input>("progressReview", "rep", (ask, input) => ask.Service<ReviewProgress.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<TypeFigure.Input>("metricReport", "met", (ask, input) => ask.Service<TypeFigure.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<FinishMilestone.Input>("milestoneFinish", "mst", (ask, input) => ask.Service<FinishMilestone.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReopenMilestone.Input>("milestoneReopen", "mst", (ask, input) => ask.Service<ReopenMilestone.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<AssignMilestone.Input>("milestoneAssign", "mst", (ask, input) => ask.Service<AssignMilestone.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<AskExtension.Input>("extensionRequest", "ext", (ask, input) => ask.Service<AskExtension.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DecideExtension.Input>("extensionDecide", "ext", (ask, input) => ask.Service<DecideExtension.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CloseMeasure.Input>("measureClose", "mea", (ask, input) => ask.Service<CloseMeasure.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReopenMeasure.Input>("measureReopen", "mea", (ask, input) => ask.Service<ReopenMeasure.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<Closing.CloseTask.Input>("taskClose", "tsk", (ask, input) => ask.Service<Closing.CloseTask.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<Closing.ReopenTask.Input>("taskReopen", "tsk", (ask, input) => ask.Service<Closing.ReopenTask.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CorrectMeasure.Input>("measureCorrect", "mea", (ask, input) => ask.Service<CorrectMeasure.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<NameMembers.Input>("taskMembersName", "tsk", (ask, input) => ask.Service<NameMembers.Handler>().Handle(input, ask.Cancel));
    }
}
