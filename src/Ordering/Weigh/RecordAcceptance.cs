using System.Text.Json.Serialization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Weigh;

/// <summary>The first signature: what the scales say. Counts nothing yet.</summary>
internal static class RecordAcceptance
{
    /// <summary>The purpose of the photos' files.</summary>
    public const string Photos = "ordering.acceptance";

    public sealed record Line(
        [property: IdOf("pol")] Guid LineId, AskedQuantity? Gross, AskedQuantity? Tare, AskedQuantity Net, AskedQuantity? Rejected, string? Reason,
        AskedQuantity? Disputed = null,
        [property: IdOf("fil"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? PhotoIds = null);

    // CorrectsAcceptanceId: a signed acceptance that this one corrects, or an unsigned one in whose place it stands.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("dlv")] Guid DeliveryId, IReadOnlyList<Line> Lines, [property: IdOf("acc")] Guid? CorrectsAcceptanceId) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock, FileStore files)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.WithDelivery(actor, input.DeliveryId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                var (may, onBehalfOf) = await db.MayAccept(actor, order.UnitId, ct);
                if (!may)
                {
                    return PlatformErrors.Forbidden;
                }

                var weighed = new List<Weighed>();
                foreach (var (line, at) in input.Lines.Select((l, i) => (l, i)))
                {
                    AskedQuantity?[] given = [line.Gross, line.Tare, line.Net, line.Rejected, line.Disputed];
                    if (given.Select(q => q?.Read().Error).FirstOrDefault(e => e is not null) is { } wrong)
                    {
                        return wrong.AtLine(at);
                    }

                    weighed.Add(new Weighed(
                        line.LineId, line.Gross?.Read().Value, line.Tare?.Read().Value, line.Net.Read().Value, line.Rejected?.Read().Value, line.Reason, line.Disputed?.Read().Value)
                    {
                        Photos = line.PhotoIds ?? [],
                    });
                }

                var photos = weighed.SelectMany(w => w.Photos).ToList();
                if (photos.Count > 0 && (photos.Distinct().Count() != photos.Count || (await files.Own(Photos, photos, ct)).Count != photos.Count
                    || await db.AcceptancePhotos.AnyAsync(p => photos.Contains(p.FileId), ct)))
                {
                    return OrderingErrors.NoSuchPhoto;
                }

                var now = clock.GetUtcNow();
                var number = await db.NextPaper("AC", now, ct);
                var acceptance = order.Weigh(
                    Guid.CreateVersion7(now), number, order.Deliveries[0], input.CorrectsAcceptanceId, weighed, onBehalfOf, actor.Person(), now);
                return acceptance.Error is { } refused ? refused : acceptance.Value.Id;
            },
            ct);
    }
}
