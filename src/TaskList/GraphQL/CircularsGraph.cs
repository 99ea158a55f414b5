using Commerce.Platform.GraphQL;
using Commerce.TaskList.Circulars;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.GraphQL;

/// <summary>Circulars in the schema.</summary>
internal static class CircularsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(CircularsGraph).Assembly, "circulars.graphql");
        graph.Type<CircularView>("Circular")
            .Node("cir", (ask, ids) => ask.Service<ReadCirculars>().ByIds(ids, ask.Cancel))
            .Field("asOf", v => v.Circular.AsOf)
            .Field("title", v => v.Circular.Title)
            .Field("state", v => v.Circular.State)
            .Field("number", v => v.Circular.Number)
            .Field("draftedBy", v => v.Circular.DraftedByName)
            .Field("draftedAt", v => v.Circular.DraftedAt)
            .Field("issuedBy", v => v.Circular.IssuedByName)
            .Field("issuedOn", v => v.Circular.IssuedOn)
            .Field("opening", v => v.Circular.Opening)
            .Field("rule", _ => CircularRules.Rule)
            .Field("ranking", v => v.Content.Units)
            .Field("targets", v => v.Content.Targets)
            .Field("praise", v => v.Content.Praise)
            .Field("criticism", v => v.Content.Criticism)
            .Field("demands", v => v.Circular.Demands)
            .Ref("corrects", "cir", v => v.Circular.Corrects)
            .Field("text", v => v.Circular.Text)
            .Field("sha256", v => v.Circular.Sha256)
            .Field("url", v => v.Path + "/circular.docx")
            .Field("countsFor", (v, ask) => v.CountsFor.Select(id => graph.NodeOf(ask, "mea", id)).ToList())
            .Field("sample", v => v.Circular.Sample)
            .Field("version", v => v.Circular.Version);
        graph.Type<CircularRow>("CircularRow").Ref("unit", "ou", r => r.UnitId).Field("name", r => r.Unit);
        graph.Type<CircularTarget>("CircularTarget");
        graph.Type<CircularMention>("CircularMention").Ref("unit", "ou", m => m.UnitId).Field("name", m => m.Unit);
        graph.Query("circulars", async ask => await ask.Service<ReadCirculars>().Connection(ask.Arg<int?>("year"), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Mutation<DraftCircular.Input>("circularDraft", "cir", (ask, input) => ask.Service<DraftCircular.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<EditCircular.Input>("circularEdit", "cir", (ask, input) => ask.Service<EditCircular.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DiscardCircular.Input>("circularDiscard", "tsl", (ask, input) => ask.Service<DiscardCircular.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<IssueCircular.Input>("circularIssue", "cir", (ask, input) => ask.Service<IssueCircular.Handler>().Handle(input, ask.Cancel));
    }
}
