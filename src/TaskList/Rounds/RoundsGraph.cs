using Commerce.Platform.GraphQL;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Rounds.Links;

namespace Commerce.TaskList.Rounds;

/// <summary>Rounds in the schema.</summary>
internal static class RoundsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(RoundsGraph).Assembly, "rounds.graphql");
        graph.Type<RoundView>("Round")
            .Node("rnd", (ask, ids) => ask.Service<ReadRounds>().Rounds(ids, ask.Cancel))
            .Ref("task", "tsk", r => r.TaskId)
            .Ref("project", "prj", r => r.Round.ProjectId);
        graph.Type<AskedMeasureView>("RoundMeasure").Ref("measure", "mea", m => m.MeasureId);
        graph.Type<AskedFigureView>("RoundFigure")
            .Field("label", (f, ask) => f.Label(ask.Chinese))
            .Ref("metric", "met", f => f.Metric?.Id)
            .Field("projectFigureId", f => f.OfProject is { } own ? NodeId.Encode("pfg", own.Id) : null);
        graph.Type<RoundUnitView>("RoundUnit").Ref("unit", "ou", u => u.UnitId);
        graph.Type<RoundAnswerView>("RoundAnswer")
            .Node("ran", (ask, ids) => ask.Service<ReadRounds>().Answers(ids, ask.Cancel))
            .Ref("round", "rnd", a => a.RoundId)
            .Ref("unit", "ou", a => a.UnitId)
            .Field("attachments", a => a.Files);
        graph.Type<RoundLinkView>("RoundLink")
            .Node("rlk", (ask, ids) => ask.Service<ReadLinks>().Links(ids, ask.Cancel))
            .Ref("round", "rnd", l => l.RoundId)
            .Ref("unit", "ou", l => l.UnitId);
        graph.Type<AnsweredFigureView>("AnsweredFigure")
            .Ref("metric", "met", f => f.OfProject ? null : f.MetricId)
            .Field("projectFigureId", f => f.OfProject ? NodeId.Encode("pfg", f.MetricId) : null);
        graph.Type<AnsweredPercent>("AnsweredPercent").Ref("measure", "mea", p => p.MeasureId);

        graph.Query("rounds", async ask => await ask.Service<ReadRounds>().Page(
            ask.Arg<int>("listYear"), TaskId(ask), ask.Arg<RoundState?>("state"), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Query("round", async ask => NodeId.TryDecode(ask.Arg<string>("id"), "rnd", out var id) ? await ask.Service<ReadRounds>().Round(id, ask.Cancel) : null);

        graph.Mutation<OpenRound.Input>("roundOpen", "rnd", (ask, input) => ask.Service<OpenRound.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<AnswerRound.Input>("roundAnswer", "ran", (ask, input) => ask.Service<AnswerRound.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReturnAnswer.Input>("roundReturn", "ran", (ask, input) => ask.Service<ReturnAnswer.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<AcceptAnswer.Input>("roundAccept", "ran", (ask, input) => ask.Service<AcceptAnswer.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<HoldRound.Input>("roundHold", "rnd", (ask, input) => ask.Service<HoldRound.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawRound.Input>("roundWithdraw", "rnd", (ask, input) => ask.Service<WithdrawRound.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<IssueRoundLink.Input>("roundLink", "rlk", (ask, input) => ask.Service<IssueRoundLink.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawRoundLink.Input>("roundLinkWithdraw", "rlk", (ask, input) => ask.Service<WithdrawRoundLink.Handler>().Handle(input, ask.Cancel));
    }

    // An id that is no task's leads to no rounds, as one that doesn't exist.
    private static Guid? TaskId(Ask ask) => ask.Arg<string>("taskId") is not { } text ? null : NodeId.TryDecode(text, "tsk", out var id) ? id : Guid.Empty;
}
