using Commerce.Assistance.Domain;
using Commerce.Assistance.Moves;
using Commerce.Platform.GraphQL;

namespace Commerce.Assistance.GraphQL;

/// <summary>Purchases that come to count for another unit: asked, decided, withdrawn.</summary>
internal static class MovesGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(MovesGraph).Assembly, "moves.graphql");
        graph.Type<MoveView>("PurchaseMove").Node("mv", (ask, ids) => ask.Service<ReadMoves>().ByIds(ids, ask.Cancel))
            .Field("state", v => v.Move.State)
            .Field("number", v => v.Move.Number)
            .Ref("from", "ou", v => v.Move.FromUnitId)
            .Ref("to", "ou", v => v.Move.ToUnitId)
            .Ref("askedByUnit", "ou", v => v.Move.AskedByUnitId)
            .Field("askedBy", v => v.Move.AskedByName)
            .Field("askedAt", v => v.Move.AskedAt)
            .Field("reason", v => v.Move.Reason)
            .Field("amount", v => v.Move.State == MoveState.Agreed ? v.Move.Amount : (SharedKernel.Money?)null)
            .Field("endedBy", v => v.Move.EndedByName)
            .Field("endedAt", v => v.Move.EndedAt)
            .Field("endedReason", v => v.Move.EndedReason)
            .Field("lines", async (v, ask) => await ask.Service<ReadMoves>().Lines(v.Move, ask.Cancel))
            .Field("ledgerEntries", async (v, ask) => await ask.Service<ReadMoves>().Rows(v.Move, ask.Cancel));
        graph.Type<MoveLine>("PurchaseMoveLine");
        graph.Query("purchaseMoves", async ask => await ask.Service<ReadMoves>()
            .Connection(ask.Arg<MoveFilter>("filter") ?? new(), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Mutation<AskMove.Input>("purchaseMoveAsk", "mv", (ask, input) => ask.Service<AskMove.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DecideMove.Input>("purchaseMoveDecide", "mv", (ask, input) => ask.Service<DecideMove.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawMove.Input>("purchaseMoveWithdraw", "mv", (ask, input) => ask.Service<WithdrawMove.Handler>().Handle(input, ask.Cancel));
    }
}
