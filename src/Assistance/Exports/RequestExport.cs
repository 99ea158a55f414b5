using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.Documents;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Exports;

/// <summary>Somebody asks for more ledger rows, or a longer report, than is written while one waits.</summary>
internal static class RequestExport
{
    /// <summary>Five full sheets of Excel.</summary>
    public const int MostRows = 5 * RowsPaper.MostInSheet;

    /// <summary>How many of one person may wait at a time.</summary>
    public const int MostWaiting = 3;

    /// <summary>Query: the part of the page's address behind the question mark.</summary>
    public sealed record Input(string IdempotencyKey, ExportOf Of, string Query, ExportFormat Format) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, ReadChoices choices, Demonstration demonstration, Actor actor, TimeProvider clock)
    {
        /// <summary>How many rows an export has at most.</summary>
        internal int Most { get; init; } = MostRows;

        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            var asked = "?" + input.Query.TrimStart('?');
            var address = LedgerAddress.Read(asked, clock.GetUtcNow().DayInChina().Year);
            return Unread(asked, address) is { } filter ? Outcome.Refused(ExportErrors.FilterUnread(filter)) : await once.Run(db, input, () => Keep(input, address, ct), ct);
        }

        private async Task<Result<Guid>> Keep(Input input, LedgerAddress address, CancellationToken ct)
        {
            var units = actor.UnitsWhere(Capability.AssistanceRead);
            if (units.Count == 0)
            {
                return PlatformErrors.Forbidden;
            }

            var now = clock.GetUtcNow();
            if (await db.LedgerExports.CountAsync(e => e.ById == actor.Id && e.Of != ExportOf.YearArchive && (e.State == ExportState.Waiting || e.State == ExportState.Writing), ct) >= MostWaiting)
            {
                return ExportErrors.TooManyWaiting(MostWaiting);
            }

            var last = (await db.ReadHead(ct)).Sequence;
            var rows = await TotalsQuestion.Of(address.Year, [], address.Filter, units, address.KnownOn, address.Since).With(await db.Rules(ct))
                .In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration)).CountAsync(e => e.Sequence <= last, ct);
            if (rows == 0)
            {
                return ExportErrors.NothingToExport;
            }

            if (input.Of == ExportOf.Rows && rows > Most)
            {
                return ExportErrors.TooManyRows(Most);
            }

            var offered = await choices.Read(address.Year, ct);
            var export = new LedgerExport
            {
                Id = Guid.CreateVersion7(now),
                Of = input.Of,
                Format = input.Format,
                ById = actor.Id,
                ByName = actor.Name,
                Address = address.At(""),
                Scope = string.Join(" ", offered.Said(address, true)),
                ScopeEnglish = string.Join(" ", offered.Said(address, false)),
                Units = JsonSerializer.Serialize(units),
                Mark = ExportMark.Of(actor, now),
                RequestedAt = now,
                LastSequence = last,
                Rows = input.Of == ExportOf.Rows ? rows : 0,
            };
            db.LedgerExports.Add(export);
            return export.Id;
        }

        // On a page what can't be read narrows nothing; here it would write far more than was meant.
        private static string? Unread(string asked, LedgerAddress address)
        {
            var read = QueryHelpers.ParseQuery(address.At(""));
            return QueryHelpers.ParseQuery(asked).Keys.FirstOrDefault(k => k != "year" && !read.ContainsKey(k));
        }
    }
}
