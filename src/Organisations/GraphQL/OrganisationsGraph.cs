using Commerce.Organisations.Directories;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;

namespace Commerce.Organisations.GraphQL;

/// <summary>The module's part of the schema, all of it answered from the copy in memory.</summary>
internal static class OrganisationsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(OrganisationsModule).Assembly, "organisations.graphql");
        BindTypes(graph);
        BindQueries(graph);
        BindMutations(graph);
    }

    private static void BindTypes(GraphBuilder graph)
    {
        graph.Type<UnitView>("OrgUnit").Node("ou", (ask, ids) => Find(ask, ids, s => s.Units, (actor, _) => actor.SignedIn));
        graph.Type<FormerName>("FormerName");
        graph.Type<CanteenView>("Canteen").Node("cnt", (ask, ids) => Find(ask, ids, s => s.Canteens, (actor, _) => actor.SignedIn))
            .Field("note", (c, ask) => c.Note(ask.Chinese));
        graph.Type<GroupView>("UnitGroup").Node("grp", (ask, ids) => Find(ask, ids, s => s.Groups, (actor, _) => actor.SignedIn))
            .Field("members", (g, ask) => g.MembersOn(ask.Arg<DateOnly?>("on") ?? g.Day));
        graph.Type<AccountView>("Account").Node("usr", (ask, ids) => Find(ask, ids, s => s.Accounts, MayManage));
        graph.Type<RoleAssignmentView>("RoleAssignment").Node("rol", (ask, ids) => Find(ask, ids, s => s.RoleAssignments, (actor, r) => actor.Can(Capability.OrganisationManage, r.Unit.Id)));
        graph.Type<ViewerView>("Viewer").Field("id", v => NodeId.Encode("usr", v.Id));
    }

    private static void BindQueries(GraphBuilder graph)
    {
        graph.Query("viewer", async ask => ask.Actor.SignedIn ? ViewerView.Of(ask.Actor, await Read(ask)) : null);
        graph.Query("orgUnits", async ask => (await Read(ask)).ValidUnits);
        graph.Query("unitGroups", async ask => (await Read(ask)).Groups.Values.ToList());
        graph.Query("accounts", async ask =>
        {
            var page = ask.Page();
            var actor = ask.Actor;
            var mine = (await Read(ask)).Accounts.Values.Where(a => MayManage(actor, a)).OrderBy(a => a.UserName, StringComparer.Ordinal).ToList();
            var rows = mine.Where(a => page.After is null || string.CompareOrdinal(a.UserName, page.After) > 0).Take(page.First + 1).ToList();
            return page.PageOf(rows, a => a.UserName, ask.Service<Cursors>(), () => Task.FromResult<int?>(mine.Count));
        });
    }

    private static void BindMutations(GraphBuilder graph)
    {
        graph.Mutation<SaveUnit.SaveUnit.Input>("unitSave", "ou", (ask, input) => ask.Service<SaveUnit.SaveUnit.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<RenameUnit.RenameUnit.Input>("unitRename", "ou", (ask, input) => ask.Service<RenameUnit.RenameUnit.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<EndUnit.EndUnit.Input>("unitEnd", "ou", (ask, input) => ask.Service<EndUnit.EndUnit.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ImportDirectory.ImportDirectory.Input>("directoryImport", "ou", (ask, input) => ask.Service<ImportDirectory.ImportDirectory.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<SaveCanteen.SaveCanteen.Input>("canteenSave", "cnt", (ask, input) => ask.Service<SaveCanteen.SaveCanteen.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CreateAccount.CreateAccount.Input>("accountCreate", "usr", (ask, input) => ask.Service<CreateAccount.CreateAccount.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DisableAccount.DisableAccount.Input>("accountDisable", "usr", (ask, input) => ask.Service<DisableAccount.DisableAccount.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ResetPassword.ResetPassword.Input>("accountResetPassword", "usr", (ask, input) => ask.Service<ResetPassword.ResetPassword.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<AssignRole.AssignRole.Input>("roleAssign", "rol", (ask, input) => ask.Service<AssignRole.AssignRole.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<EndRole.EndRole.Input>("roleEnd", "rol", (ask, input) => ask.Service<EndRole.EndRole.Handler>().Handle(input, ask.Cancel));
    }

    private static bool MayManage(Actor actor, AccountView account) => actor.Can(Capability.OrganisationManage, account.HomeUnit.Id);

    private static ValueTask<OrgSnapshot> Read(Ask ask) => ask.Service<OrgDirectory>().Read(ask.Cancel);

    private static async Task<IReadOnlyDictionary<Guid, T>> Find<T>(
        Ask ask, IReadOnlyCollection<Guid> ids, Func<OrgSnapshot, Dictionary<Guid, T>> from, Func<Actor, T, bool> visible)
        where T : class
    {
        var actor = ask.Actor;
        var all = from(await Read(ask));
        return ids.Distinct().Where(id => all.TryGetValue(id, out var view) && visible(actor, view)).ToDictionary(id => id, id => all[id]);
    }
}
