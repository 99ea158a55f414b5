using Commerce.Assistance.Commitments;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Months;
using Commerce.Assistance.Rules;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.GraphQL;

/// <summary>Counting rules, and the rule that each figure says.</summary>
internal static class RulesGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(RulesGraph).Assembly, "rules.graphql");
        graph.Type<RuleView>("CountingRule")
            .Node("rul", (ask, ids) => ask.Service<ReadRules>().ByIds(ids, ask.Cancel))
            .Field("figure", v => v.Rule.Figure)
            .Field("number", v => v.Rule.Number)
            .Field("fromMonth", v => v.Rule.IsBuiltIn ? null : (Month?)new Month(v.Rule.FromMonthNumber))
            .Field("purposes", v => v.Rule.Purposes)
            .Field("villageChannels", v => v.Rule.VillageChannels)
            .Field("otherChannels", v => v.Rule.OtherChannels)
            .Field("basis", v => v.Rule.Basis)
            .Field("ground", v => v.Rule.Ground)
            .Field("says", (v, ask) => RuleWords.Say(v.Rule, ask.Chinese))
            .Field("state", v => v.Rule.State)
            .Field("proposedBy", v => v.Rule.IsBuiltIn ? null : v.Rule.ByName)
            .Field("proposedAt", v => v.Rule.IsBuiltIn ? null : (DateTimeOffset?)v.Rule.At)
            .Field("decidedBy", v => v.Rule.DecidedByName)
            .Field("decidedAt", v => v.Rule.IsBuiltIn ? null : v.Rule.DecidedAt)
            .Field("reason", v => v.Rule.DecisionReason)
            .Field("version", v => v.Rule.Version);
        graph.Type<CommitmentView>("Commitment").Field("countingRule", (c, ask) => ask.Service<ReadRules>().View(
            c.Scope == CommitmentScope.OwnGuide ? CountedFigure.OwnGuide : CountedFigure.ReservedShare, c.AsOf.MonthInChina(), ask.Cancel));
        graph.Type<MonthView>("LedgerMonth").Field("countingRule", (m, ask) => ask.Service<ReadRules>().View(CountedFigure.MonthTable, m.Month, ask.Cancel));
        graph.Query("countingRules", async ask => await ask.Service<ReadRules>().Versions(ask.Cancel));
        graph.Mutation<ProposeRule.Input>("countingRulePropose", "rul", (ask, input) => ask.Service<ProposeRule.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DecideRule.Input>("countingRuleDecide", "rul", (ask, input) => ask.Service<DecideRule.Handler>().Handle(input, ask.Cancel));
    }
}
