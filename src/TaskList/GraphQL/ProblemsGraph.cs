using Commerce.Platform.GraphQL;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Problems;

namespace Commerce.TaskList.GraphQL;

/// <summary>Problems and special actions.</summary>
internal static class ProblemsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(ProblemsGraph).Assembly, "problems.graphql");
        graph.Type<ProblemView>("Problem").Node("prb", (ask, ids) => ask.Service<ReadProblems>().ByIds(ids, ask.Cancel))
            .Ref("unit", "ou", v => v.Problem.UnitId)
            .Field("partners", (v, ask) => v.Problem.Partners.Select(p => graph.NodeOf(ask, "ou", p.UnitId)).ToList())
            .Ref("specialAction", "spa", v => v.Problem.ActionId)
            .Ref("inspection", "ins", v => v.Problem.InspectionId)
            .Field("reports", (v, ask) => ask.Service<ReadProblems>().Reports(v.Id, ask.Cancel))
            .Field("rechecks", (v, ask) => ask.Service<ReadProblems>().Rechecks(v.Id, ask.Cancel))
            .Field("extensions", (v, ask) => ask.Service<ReadProblems>().Extensions([v.Id], ask.Cancel))
            .Field("story", (v, ask) => ask.Service<ReadProblems>().Acts(v.Id, ask.Cancel));
        graph.Type<ProblemReportView>("ProblemReport")
            .Ref("unit", "ou", r => r.Report.UnitId)
            .Field("narrative", r => r.Report.Narrative)
            .Field("mendedOn", r => r.Report.MendedOn)
            .Field("similar", r => r.Report.Similar)
            .Field("similarFound", r => r.Report.SimilarFound)
            .Field("attachments", r => r.Files)
            .Field("by", r => r.Report.ByName)
            .Field("at", r => r.Report.At);
        graph.Type<ProblemRecheckView>("ProblemRecheck")
            .Field("on", r => r.Recheck.On)
            .Field("result", r => r.Recheck.Result)
            .Field("text", r => r.Recheck.Text)
            .Field("attachments", r => r.Files)
            .Field("by", r => r.Recheck.ByName)
            .Field("at", r => r.Recheck.At);
        graph.Type<ProblemExtension>("ProblemExtension")
            .Field("id", e => NodeId.Encode("pex", e.Id))
            .Field("requestedBy", e => e.RequestedByName)
            .Field("decidedBy", e => e.DecidedByName);
        graph.Type<ProblemActView>("ProblemAct")
            .Field("at", a => a.Act.At)
            .Field("by", a => a.Act.ByName)
            .Field("action", (a, ask) => ProblemWords.Of(a.Act.Action, ask.Chinese))
            .Field("on", a => a.Act.On)
            .Field("field", (a, ask) => a.Act.Field is { } field ? ProblemWords.Of(field, ask.Chinese) : null)
            .Field("before", a => a.Act.Before)
            .Field("after", a => a.Act.After)
            .Field("note", a => a.Act.Note);
        graph.Type<SpecialActionView>("SpecialAction").Node("spa", (ask, ids) => ask.Service<ReadSpecialActions>().ByIds(ids, ask.Cancel))
            .Ref("measure", "mea", v => v.Action.MeasureId)
            .Ref("summaryUnit", "ou", v => v.Action.SummaryUnitId)
            .Field("attachments", v => v.Files)
            .Field("problemCount", v => v.Problems)
            .Field("closedCount", v => v.ClosedProblems);
        graph.Query("problems", async ask => await ask.Service<ReadProblems>().Connection(ask.Arg<ProblemFilter>("filter") ?? new(), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Query("specialActions", async ask => await ask.Service<ReadSpecialActions>().Of(ask.Arg<int?>("year"), ask.Cancel));
        BindMutations(graph);
    }

    private static void BindMutations(GraphBuilder graph)
    {
        graph.Mutation<RecordProblem.Input>("problemRecord", "prb", (ask, input) => ask.Service<RecordProblem.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<PlanProblem.Input>("problemPlan", "prb", (ask, input) => ask.Service<PlanProblem.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReportProblem.Input>("problemReport", "prb", (ask, input) => ask.Service<ReportProblem.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReviewProblem.Input>("problemReview", "prb", (ask, input) => ask.Service<ReviewProblem.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReopenProblem.Input>("problemReopen", "prb", (ask, input) => ask.Service<ReopenProblem.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<RecheckProblem.Input>("problemRecheck", "prb", (ask, input) => ask.Service<RecheckProblem.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<AskProblemExtension.Input>("problemExtensionRequest", "prb", (ask, input) => ask.Service<AskProblemExtension.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DecideProblemExtension.Input>("problemExtensionDecide", "prb", (ask, input) => ask.Service<DecideProblemExtension.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CorrectProblem.Input>("problemCorrect", "prb", (ask, input) => ask.Service<CorrectProblem.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<SaveSpecialAction.Input>("specialActionSave", "spa", (ask, input) => ask.Service<SaveSpecialAction.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<SummariseSpecialAction.Input>("specialActionSummarise", "spa", (ask, input) => ask.Service<SummariseSpecialAction.Handler>().Handle(input, ask.Cancel));
    }
}
