using System.Security.Cryptography;
using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Months;

/// <summary>The second of two people signs the very same figures, and the month is closed (结账): its lines and files are kept as they are, for ever.</summary>
internal static class CountersignMonth
{
    /// <summary>Entries: how many rows the month had when it was looked at.</summary>
    public sealed record Input(string IdempotencyKey, [property: IdOf("mon")] Guid MonthId, int Entries) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, Demonstration demonstration, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (MonthId.Read(input.MonthId) is not { } month)
            {
                return PlatformErrors.NotFound.At("monthId");
            }

            if (!await db.CoversAll(actor, Capability.AssistanceCountersign, ct))
            {
                return PlatformErrors.Forbidden;
            }

            // From here to the end nobody appends: what is signed is what is kept.
            var head = await db.TakeHead(ct);
            if (await db.Months.SingleOrDefaultAsync(m => m.MonthNumber == month.Number, ct) is not { } known)
            {
                return AssistanceErrors.NotSignedYet;
            }

            var (first, firstAt) = (new Signer(known.FirstById ?? Guid.Empty, known.FirstByName ?? ""), known.FirstAt ?? default);
            var entries = await db.EntriesIn(month, ct);
            if (known.State == MonthState.Signed && entries != input.Entries)
            {
                return AssistanceErrors.FiguresMoved(entries);
            }

            if (known.Close(new(actor.Id, actor.Name), entries) is { Failed: true } refused)
            {
                return refused.Error!;
            }

            var now = clock.GetUtcNow();
            var lines = await db.LinesOf(month, null, demonstration, ct);
            var rule = (await db.Rules(ct)).In(CountedFigure.MonthTable, month.Number);
            var version = new MonthVersion
            {
                Id = Guid.CreateVersion7(now),
                MonthNumber = known.MonthNumber,
                Number = known.Closings,
                FirstById = first.Id,
                FirstByName = first.Name,
                FirstAt = firstAt,
                SecondById = actor.Id,
                SecondByName = actor.Name,
                ClosedAt = LedgerEntry.Kept(now),
                Entries = entries,
                Total = lines.Sum(l => l.Total),
                Unconfirmed = lines.Count(l => l.ConfirmedBy is null),
                LastSequence = head.Sequence,
                LedgerHash = head.Hash,
                Lines = JsonSerializer.Serialize(lines, StoredLines.Options),
            };
            db.MonthVersions.Add(version);
            var whole = Keep(version.Id, MonthFile.Whole, MonthPaper.Closed(version, lines, await db.WholeName(ct), rule));
            foreach (var line in lines)
            {
                Keep(version.Id, line.UnitId, MonthPaper.Closed(version, [line], line.Unit, rule));
            }

            db.Publish(
                new MonthClosed(month.ToString(), version.Number, version.Total.Amount, version.Unconfirmed, head.Sequence, head.Hash, whole.Hash, version.ClosedAt), now);
            return input.MonthId;
        }, ct);

        private MonthFile Keep(Guid versionId, Guid unitId, PaperTable paper)
        {
            var content = XlsxFile.Of(paper);
            var file = new MonthFile { VersionId = versionId, UnitId = unitId, Hash = Convert.ToHexString(SHA256.HashData(content)), Content = content };
            db.MonthFiles.Add(file);
            return file;
        }
    }
}
