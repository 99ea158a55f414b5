using System.Globalization;
using Commerce.Catalog.Data;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.GraphQL;

/// <summary>Batches in the schema.</summary>
internal static class BatchesGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(BatchesGraph).Assembly, "batches.graphql");
        graph.Type<BatchView>("Batch").Node("bat", ById).Field("daysLeft", (b, ask) => b.ExpiresOn?.DayNumber - ask.Service<TimeProvider>().GetUtcNow().DayInChina().DayNumber);
        graph.Type<CorrectionView>("BatchCorrection");
        graph.Type<ProductView>("Product").Batch("latestBatch", p => p.Id, Latest).Batch("batches", p => p, Pages);
        graph.Query("batch", async ask => await ask.Service<CatalogDbContext>().BatchByCode(await Snapshot(ask), ask.Arg<string>("code")!, ask.Cancel));
        graph.Mutation<RecordBatch.RecordBatch.Input>("batchRecord", "bat", (ask, input) => ask.Service<RecordBatch.RecordBatch.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CorrectBatch.CorrectBatch.Input>("batchCorrect", "bat", (ask, input) => ask.Service<CorrectBatch.CorrectBatch.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawBatch.WithdrawBatch.Input>("batchWithdraw", "bat", (ask, input) => ask.Service<WithdrawBatch.WithdrawBatch.Handler>().Handle(input, ask.Cancel));
    }

    private static async Task<IReadOnlyDictionary<Guid, BatchView>> ById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        (await ask.Service<CatalogDbContext>().Batches.Where(b => ids.Contains(b.Id)).ReadBatches(await Snapshot(ask), ask.Cancel)).ToDictionary(b => b.Id);

    private static async Task<IReadOnlyDictionary<Guid, BatchView>> Latest(Ask ask, IReadOnlyCollection<Guid> products)
    {
        var db = ask.Service<CatalogDbContext>();
        var newest = db.Batches.Where(b => products.Contains(b.ProductId) && b.WithdrawnOn == null).GroupBy(b => b.ProductId).Select(g => g.Max(b => b.Serial));
        return (await db.Batches.Where(b => newest.Contains(b.Serial)).ReadBatches(await Snapshot(ask), ask.Cancel)).ToDictionary(b => b.Product.Id);
    }

    private static async Task<IReadOnlyDictionary<ProductView, Page<BatchView>>> Pages(Ask ask, IReadOnlyCollection<ProductView> products)
    {
        var page = ask.Page();
        var below = page.AfterNumber ?? long.MaxValue;
        Guid[] ids = [.. products.Where(p => ask.Actor.Can(Capability.CatalogueWrite, p.Producer.SupplyUnitId)).Select(p => p.Id)];
        var all = (await ask.Service<CatalogDbContext>().Batches.Where(b => ids.Contains(b.ProductId)).ReadBatches(await Snapshot(ask), ask.Cancel)).ToLookup(b => b.Product.Id);
        var cursors = ask.Service<Cursors>();
        return products.ToDictionary(p => p, p => page.PageOf(
            [.. all[p.Id].Where(b => b.Row.Serial < below).Reverse().Take(page.First + 1)],
            b => b.Row.Serial.ToString(CultureInfo.InvariantCulture), cursors, () => Task.FromResult<int?>(all[p.Id].Count())));
    }

    private static ValueTask<CatalogueSnapshot> Snapshot(Ask ask) => ask.Service<Catalogue>().Current(ask.Cancel);
}
