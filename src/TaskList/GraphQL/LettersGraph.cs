using Commerce.Platform.GraphQL;
using Commerce.TaskList.Board;
using Commerce.TaskList.Letters;

namespace Commerce.TaskList.GraphQL;

/// <summary>Chasing and supervision letters in the schema.</summary>
internal static class LettersGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(LettersGraph).Assembly, "letters.graphql");
        graph.Type<LetterView>("SupervisionLetter")
            .Node("ltr", (ask, ids) => ask.Service<ReadLetters>().ByIds(ids, ask.Cancel))
            .Field("number", v => v.Letter.Number)
            .Field("colour", v => v.Letter.Colour)
            .Field("derivedColour", v => v.Letter.Derived)
            .Field("reason", (v, ask) => ask.Chinese ? v.Letter.LightChinese : v.Letter.LightEnglish)
            .Field("raisedReason", v => v.Letter.RaisedReason)
            .Ref("task", "tsk", v => v.Letter.TaskId)
            .Ref("measure", "mea", v => v.Letter.MeasureId)
            .Ref("milestone", "mst", v => v.Letter.MilestoneId)
            .Ref("to", "ou", v => v.Letter.UnitId)
            .Field("subject", v => v.Letter.Subject)
            .Field("demand", v => v.Letter.Demand)
            .Field("draftedBy", v => v.Letter.DraftedByName)
            .Field("draftedOn", v => v.Letter.DraftedOn)
            .Field("issuedBy", v => v.Letter.IssuedByName)
            .Field("issuedOn", v => v.Letter.IssuedOn)
            .Field("replyDueOn", v => v.Letter.ReplyDueOn)
            .Ref("escalates", "ltr", v => v.Letter.Escalates)
            .Ref("escalatedIn", "ltr", v => v.Letter.EscalatedIn)
            .Field("closedBy", v => v.Letter.ClosedByName)
            .Field("closedOn", v => v.Letter.ClosedOn)
            .Field("closedNote", v => v.Letter.ClosedNote)
            .Field("url", v => v.Path + "/letter.docx")
            .Field("sample", v => v.Letter.Sample)
            .Field("version", v => v.Letter.Version);
        graph.Type<ReplyView>("LetterReply");
        graph.Type<ChaseView>("Chase")
            .Node("cha", (ask, ids) => ask.Service<ReadLetters>().ChasesByIds(ids, ask.Cancel))
            .Ref("task", "tsk", v => v.Chase.TaskId)
            .Ref("measure", "mea", v => v.Chase.MeasureId)
            .Ref("milestone", "mst", v => v.Chase.MilestoneId)
            .Ref("unit", "ou", v => v.Chase.UnitId)
            .Field("word", v => v.Chase.Word)
            .Field("by", v => v.Chase.ByName)
            .Field("at", v => v.Chase.At);
        graph.Type<LetterCounts>("SupervisionCounts");
        graph.Type<MeasureView>("Measure").Batch("letters", m => m.Id, (ask, ids) => ask.Service<ReadLetters>().OfMeasures(ids, ask.Cancel), () => []);
        graph.Query("supervisionLetters", async ask => await ask.Service<ReadLetters>()
            .Connection(ask.Arg<LetterFilter>("filter") ?? new(), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Query("supervisionCounts", async ask => await ask.Service<ReadLetters>().Counts(ask.Arg<int>("year"), ask.Cancel));
        graph.Mutation<ChaseUnit.Input>("chase", "cha", (ask, input) => ask.Service<ChaseUnit.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DraftLetter.Input>("letterDraft", "ltr", (ask, input) => ask.Service<DraftLetter.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReviseLetter.Input>("letterRevise", "ltr", (ask, input) => ask.Service<ReviseLetter.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DiscardLetter.Input>("letterDiscard", "tsk", (ask, input) => ask.Service<DiscardLetter.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<IssueLetter.Input>("supervisionIssue", "ltr", (ask, input) => ask.Service<IssueLetter.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<AnswerLetter.Input>("letterReply", "ltr", (ask, input) => ask.Service<AnswerLetter.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReturnLetter.Input>("letterReturn", "ltr", (ask, input) => ask.Service<ReturnLetter.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CloseLetter.Input>("letterClose", "ltr", (ask, input) => ask.Service<CloseLetter.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<EscalateLetter.Input>("letterEscalate", "ltr", (ask, input) => ask.Service<EscalateLetter.Handler>().Handle(input, ask.Cancel));
    }
}
