using Commerce.Platform.GraphQL;

namespace Commerce.TaskList.Projects;

/// <summary>Projects in the schema.</summary>
internal static class ProjectGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(ProjectGraph).Assembly, "projects.graphql");
        graph.Type<ProjectView>("Project")
            .Node("prj", (ask, ids) => ask.Service<ReadProjects>().ByIds(ids, ask.Cancel))
            .Ref("task", "tsk", p => p.TaskId)
            .Ref("unit", "ou", p => p.UnitId);
        graph.Type<StepView>("ProjectStep").Field("id", s => NodeId.Encode("pst", s.Id));
        graph.Type<ProjectFigureView>("ProjectFigure").Field("id", f => NodeId.Encode("pfg", f.Id));
        graph.Query("projects", async ask =>
        {
            var (_, projects) = await ask.Service<ReadProjects>().Of(ask.Arg<int>("year"), ask.Cancel);
            return projects.Where(p => !ask.Arg<bool>("mine") || p.Project.LeaderId == ask.Actor.Id).ToList();
        });
        graph.Mutation<SaveProject.Input>("projectSave", "prj", (ask, input) => ask.Service<SaveProject.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<FinishStep.Input>("projectStepFinish", "prj", (ask, input) => ask.Service<FinishStep.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReopenStep.Input>("projectStepReopen", "prj", (ask, input) => ask.Service<ReopenStep.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<TypeProjectFigure.Input>("projectFigureReport", "prj", (ask, input) => ask.Service<TypeProjectFigure.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<RestoreProject.Input>("projectRestore", "prj", (ask, input) => ask.Service<RestoreProject.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawProject.Input>("projectWithdraw", "prj", (ask, input) => ask.Service<WithdrawProject.Handler>().Handle(input, ask.Cancel));
    }
}
