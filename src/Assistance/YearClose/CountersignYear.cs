using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.YearClose;

/// <summary>The second of two people signs the very same figures, and the year is closed (年度结账): its table is kept as it is, for ever, and its archive is made.</summary>
internal static class CountersignYear
{
    /// <summary>Entries: how many rows the year had when it was looked at.</summary>
    public sealed record Input(string IdempotencyKey, [property: IdOf("yr")] Guid YearId, int Entries) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, Demonstration demonstration, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (YearId.Read(input.YearId) is not { } year)
            {
                return PlatformErrors.NotFound.At("yearId");
            }

            if (!await db.CoversAll(actor, Capability.AssistanceCountersign, ct))
            {
                return PlatformErrors.Forbidden;
            }

            // From here to the end nobody appends: what is signed is what is kept.
            var head = await db.TakeHead(ct);
            if (await db.Years.SingleOrDefaultAsync(y => y.Year == year, ct) is not { } known)
            {
                return YearErrors.NotSignedYet;
            }

            var entries = await db.LedgerTotals.AsNoTracking().OfYear(year).SumAsync(t => t.Rows, ct);
            var open = known.State == MonthState.Signed ? await db.OpenIn(year, ct) : [];
            if (open.FirstOrDefault(c => c.Blocks) is { } blocks)
            {
                return YearErrors.StandsInTheWay(blocks);
            }

            if (known.State == MonthState.Signed && entries != input.Entries)
            {
                return YearErrors.FiguresMoved(entries);
            }

            var (first, firstAt) = (new Signer(known.FirstById ?? Guid.Empty, known.FirstByName ?? ""), known.FirstAt ?? default);
            if (known.Close(new(actor.Id, actor.Name), entries) is { Failed: true } refused)
            {
                return refused.Error!;
            }

            var now = clock.GetUtcNow();
            var lines = await db.YearLinesOf(year, null, demonstration, ct);
            var closing = new YearClosing
            {
                Year = year,
                FirstById = first.Id,
                FirstByName = first.Name,
                FirstAt = firstAt,
                SecondById = actor.Id,
                SecondByName = actor.Name,
                ClosedAt = LedgerEntry.Kept(now),
                Entries = entries,
                Total = lines.Sum(l => l.Total),
                LastSequence = head.Sequence,
                LedgerHash = head.Hash,
                Warnings = string.Join("；", open.Select(c => c.Chinese)),
                Lines = JsonSerializer.Serialize(lines, StoredLines.Options),
            };
            db.YearClosings.Add(closing.Keep(XlsxFile.Of(YearPaper.Closed(closing, lines, await db.WholeName(ct)))));
            db.LedgerExports.Add(YearArchive.Of(year, head.Sequence, entries, actor, now));
            return input.YearId;
        }, ct);
    }
}
