using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Commerce.Assistance.Domain;

/// <summary>The ledger's chain: each row's hash covers its columns and the hash before it, so that no row can be changed, moved or dropped unseen.</summary>
internal static class LedgerChain
{
    /// <summary>Numbers and chains new rows behind the head, and gives the new head.</summary>
    public static LedgerHead Continue(LedgerHead head, IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            entry.Sequence = head.Sequence + 1;
            entry.PreviousHash = head.Hash;
            entry.Hash = HashOf(entry);
            head = new LedgerHead { Sequence = entry.Sequence, Hash = entry.Hash };
        }

        return head;
    }

    /// <summary>The first row that isn't as it was written, or null when the ledger is whole.</summary>
    /// <param name="ordered">All rows by sequence.</param>
    /// <param name="head">What the last row must be.</param>
    /// <param name="witnesses">Who else knows what a row's hash was.</param>
    public static LedgerFault? FirstFault(IEnumerable<LedgerEntry> ordered, LedgerHead head, params IReadOnlyList<LedgerWitness> witnesses)
    {
        var last = new LedgerHead();
        var open = witnesses.ToList();
        foreach (var entry in ordered)
        {
            var expected = last.Sequence + 1;
            if (entry.Sequence != expected)
            {
                return new(expected, $"row {expected} is missing or moved; {entry.Sequence} stands in its place");
            }

            if (entry.PreviousHash != last.Hash)
            {
                return new(expected, "it doesn't follow the row before it");
            }

            if (entry.Hash != HashOf(entry))
            {
                return new(expected, "its columns were changed after it was written");
            }

            if (open.Find(w => w.Sequence == expected && w.Hash != entry.Hash) is { } other)
            {
                return new(expected, $"{other.Who} has another hash for it: this row or one before it was written anew");
            }

            open.RemoveAll(w => w.Hash == entry.Hash && (w.Sequence ?? expected) == expected);
            last = new LedgerHead { Sequence = entry.Sequence, Hash = entry.Hash };
        }

        return last.Sequence != head.Sequence || last.Hash != head.Hash ? new(last.Sequence + 1, $"the ledger ends at row {last.Sequence}, its head says {head.Sequence}")
            : open.MinBy(w => w.Sequence ?? long.MaxValue) is not { } missing ? null
            : missing.Sequence is { } row ? new(last.Sequence + 1, $"the ledger ends at row {last.Sequence}, but {missing.Who} knows row {row}")
            : new(last.Sequence + 1, $"no row up to {last.Sequence} has the hash of {missing.Who}: rows were cut off, or written anew");
    }

    /// <summary>What the hash covers, by name: the columns that name no person, and the hash before.</summary>
    public static readonly IReadOnlyList<string> ColumnNames =
    [
        "sequence", "id", "kind", "channel", "purpose", "unitId", "unitName", "villageId", "productId", "producerId", "outletId", "countyCode", "month", "amountFen",
        "quantityMilli", "quantityUnit", "sourceType", "sourceId", "sourceLineId", "originalLineId", "eventId", "orderId", "acceptanceId", "returnId", "documentNumber",
        "occurredAt", "recordedAt", "reversesId", "sample", "previousHash", "adjustsMonth", "designated",
    ];

    // Columns that came later, at the end: rows written before them keep the hash that they were written with.
    private const int Later = 2;

    /// <summary>A row as it is hashed, in the order of the names.</summary>
    public static string?[] Columns(LedgerEntry e) =>
    [
        Text(e.Sequence), Text(e.Id), e.Kind.ToString(), e.Channel.ToString(), e.Purpose.ToString(), Text(e.UnitId), e.UnitName, Text(e.VillageId),
        Text(e.ProductId), Text(e.ProducerId), Text(e.OutletId), e.CountyCode, Text(e.MonthNumber), Text(e.AmountFen), Text(e.QuantityMilli),
        e.QuantityUnit.ToString(), e.SourceType, Text(e.SourceId), Text(e.SourceLineId), Text(e.OriginalLineId), Text(e.EventId), Text(e.OrderId),
        Text(e.AcceptanceId), Text(e.ReturnId), e.DocumentNumber, Text(e.OccurredAt), Text(e.RecordedAt), Text(e.ReversesId),
        e.Sample ? "sample" : "", e.PreviousHash, Text(e.AdjustsMonthNumber), Marks(e),
    ];

    /// <summary>SHA-256 over the columns.</summary>
    public static string HashOf(LedgerEntry e)
    {
        var columns = Columns(e).AsEnumerable();
        if (e.AdjustsMonthNumber == 0 && !e.Designated && !e.OnBehalf)
        {
            columns = columns.SkipLast(Later);
        }

        // Each column with its length before it: no two rows can have the same text.
        var text = string.Concat(columns.Select(c => $"{c?.Length ?? 0}:{c};"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    // Of a county on the list; sold on behalf of the village.
    private static string Marks(LedgerEntry e) => (e.Designated, e.OnBehalf) switch
    {
        (true, true) => "designated, on behalf",
        (true, false) => "designated",
        (false, true) => "on behalf",
        (false, false) => "",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(Guid? id) => id?.ToString("N") ?? "";

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}

/// <summary>Where the chain breaks.</summary>
/// <param name="Sequence">The first row that isn't as it was written.</param>
/// <param name="What">What is wrong with it.</param>
internal sealed record LedgerFault(long Sequence, string What);

/// <summary>Somebody outside the rows who knows what a row's hash was: a signed paper, a month that was closed.</summary>
/// <param name="Who">Such as "June's report, version 1".</param>
/// <param name="Sequence">Which row; null when only the hash is known.</param>
/// <param name="Hash">What the row's hash was.</param>
internal sealed record LedgerWitness(string Who, long? Sequence, string Hash);
