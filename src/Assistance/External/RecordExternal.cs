using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.External;

/// <summary>Records a purchase that was made elsewhere (外部采购登记). It counts at once, or is held when it resembles another.</summary>
internal static class RecordExternal
{
    /// <summary>What evidence is handed in for.</summary>
    public const string Files = "assistance.external";

    public sealed record Input(
        string IdempotencyKey, ExternalKind Kind, [property: IdOf("ou")] Guid UnitId, string Supplier, string Goods, PurchasePurpose Purpose, MoneyInput Amount, DateOnly PurchasedOn,
        [property: IdOf("prd")] Guid? ProductId = null, [property: IdOf("vil")] Guid? VillageId = null, string? CountyCode = null,
        string? OrderNumber = null, int? OrderLine = null, string? InvoiceNumber = null, [property: IdOf("fil")] Guid? FileId = null) : IMutationInput
    {
        internal SaidPurchase Said(Money amount) => new(
            Kind, UnitId, Supplier, Goods, ProductId, VillageId, CountyCode?.Trim() ?? "", Purpose, amount, PurchasedOn,
            OrderNumber?.Trim() ?? "", OrderLine ?? 0, InvoiceNumber ?? "", FileId);
    }

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, FileStore files, ReadPurchase read, KeepRecords keep)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!actor.Can(Capability.ExternalRecord, input.UnitId))
            {
                return actor.Can(Capability.ExternalRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var amount = input.Amount.Read();
            if (amount.Failed)
            {
                return amount.Error!.At(["amount", .. amount.Error!.Path ?? []]);
            }

            if (input.FileId is { } file && !(await files.Own(Files, [file], ct)).ContainsKey(file))
            {
                return ExternalErrors.NoSuchFile;
            }

            // Held until the end: whatever it is compared with stands still.
            var head = await db.TakeHead(ct);
            var record = await read.Read(input.Said(amount.Value), ct);
            if (record.Failed)
            {
                return record.Error!;
            }

            if (await db.ExternalPurchases.AnyAsync(p => p.SourceKey == record.Value.SourceKey, ct))
            {
                return ExternalErrors.AlreadyRecorded(record.Value.OrderNumber, record.Value.OrderLine);
            }

            await keep.Keep(head, [record.Value], ct);
            return record.Value.Id;
        }, ct);
    }
}
