using Commerce.Platform.GraphQL;

namespace Commerce.Organisations.Personal;

/// <summary>Copies and erasures in the schema.</summary>
internal static class PersonalGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(OrganisationsModule).Assembly, "personal.graphql");
        graph.Type<PersonRequestView>("PersonRequest").Node("prq", async (ask, ids) => (await ask.Service<ReadPersonRequests>().These(ids, ask.Cancel)).ToDictionary(r => r.Id));
        graph.Query("personRequests", async ask => !ask.Has("accountId") ? await ask.Service<ReadPersonRequests>().Of(null, ask.Cancel)
            : NodeId.TryDecode(ask.Arg<string>("accountId"), "usr", out var account) ? await ask.Service<ReadPersonRequests>().Of(account, ask.Cancel) : []);
        graph.Mutation<CopyPerson.Input>("accountCopy", "prq", (ask, input) => ask.Service<CopyPerson.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<AskErasure.Input>("erasureAsk", "prq", (ask, input) => ask.Service<AskErasure.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DecideErasure.Input>("erasureDecide", "prq", (ask, input) => ask.Service<DecideErasure.Handler>().Handle(input, ask.Cancel));
    }
}
