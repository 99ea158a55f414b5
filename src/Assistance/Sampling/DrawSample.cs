using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.Documents;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Sampling;

/// <summary>A sample of ledger rows.</summary>
/// <param name="Rows">As they were drawn.</param>
/// <param name="Population">How many rows it was drawn from.</param>
/// <param name="Upto">The ledger's last row when it was drawn; named again, later rows change nothing.</param>
/// <param name="Hash">That row's hash.</param>
/// <param name="Drawn">What the drawn rows add up to.</param>
/// <param name="Sum">What all of them add up to.</param>
internal sealed record Sample(IReadOnlyList<NamedRow> Rows, int Population, long Upto, string Hash, Money Drawn, Money Sum);

/// <summary>抽样: draws rows for an auditor to compare with their papers. Seeded: whoever knows the seed, the filters and the ledger's last row draws the same rows again, with this program or without.</summary>
internal sealed class DrawSample(AssistanceDbContext db, ReadRows rows, ReadChoices choices, Actor actor, Demonstration demonstration, TimeProvider clock)
{
    public const int Usual = 20;

    public const int Most = 500;

    /// <summary>Null when the reader is no auditor.</summary>
    /// <param name="address">Which rows the sample is drawn from.</param>
    /// <param name="seed">Any text, such as 2026-07-审计一处.</param>
    /// <param name="size">How many; at most <see cref="Most"/>.</param>
    /// <param name="upto">The ledger's last row; the present one when left out or higher.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Sample?> Draw(LedgerAddress address, string seed, int size, long? upto, CancellationToken ct)
    {
        if (!actor.Can(Capability.AuditRead))
        {
            return null;
        }

        var head = await db.LedgerHeads.AsNoTracking().SingleAsync(ct);
        var last = Math.Clamp(upto ?? head.Sequence, 0, head.Sequence);
        var hash = last == head.Sequence ? head.Hash : await db.LedgerEntries.Where(e => e.Sequence == last).Select(e => e.Hash).SingleOrDefaultAsync(ct) ?? LedgerHead.NoHash;
        var population = TotalsQuestion.Of(address.Year, [], address.Filter, actor.UnitsWhere(Capability.AssistanceRead)).With(await db.Rules(ct))
            .In(db.LedgerEntries.AsNoTracking().ThatCount(demonstration)).Where(e => e.Sequence <= last);
        var (count, sum) = (0, 0L);
        var drawn = new PriorityQueue<long, string>(Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a)));
        size = Math.Clamp(size, 1, Most);
        await foreach (var row in population.Select(e => new { e.Sequence, e.Hash, e.AmountFen }).AsAsyncEnumerable().WithCancellation(ct))
        {
            (count, sum) = (count + 1, sum + row.AmountFen);
            drawn.Enqueue(row.Sequence, Rank(seed, row.Hash));
            if (drawn.Count > size)
            {
                drawn.Dequeue();
            }
        }

        List<long> order = [];
        while (drawn.TryDequeue(out var sequence, out _))
        {
            order.Insert(0, sequence);
        }

        var named = (await rows.Numbered(order, ct)).ToDictionary(r => r.Entry.Sequence);
        IReadOnlyList<NamedRow> sample = [.. order.Select(s => named[s])];
        return new(sample, count, last, hash, sample.Sum(r => r.Entry.Amount), Money.FromFen(sum));
    }

    /// <summary>The rows with the lowest ranks are the sample: SHA-256 over the seed, a colon and the row's hash in UTF-8, written in hexadecimal.</summary>
    public static string Rank(string seed, string hash) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{hash}")));

    /// <summary>The working paper: the rows, with room for what was found.</summary>
    public async Task<PaperTable?> Paper(LedgerAddress address, string seed, int size, long? upto, CancellationToken ct)
    {
        if (await Draw(address, seed, size, upto, ct) is not { } sample)
        {
            return null;
        }

        var of = string.Join(" ", (await choices.Read(address.Year, ct)).Said(address, true));
        return new(
            "消费帮扶台账抽样核对表",
            [
                new("台账序号", 10, PaperFigure.Whole), new("月份", 10), new("类型", 8), new("单位", 16), new("产品", 20), new("村（产地）", 12), new("用途", 11), new("数量", 12, PaperFigure.Quantity),
                new("计量", 8), new("金额", 15, PaperFigure.Money), new("单号", 18), new("核对结果", 14), new("问题和说明", 26),
            ],
            sample.Rows.Select(r => new PaperRow(
            [
                (decimal)r.Entry.Sequence, r.Entry.Month.ToString(), LedgerWords.Of(r.Entry.Kind, true), r.Unit, r.Product, r.Origin(true), LedgerWords.Of(r.Entry.Purpose, true),
                r.Entry.QuantityMilli == 0 ? PaperCell.Empty : r.Entry.Quantity.Value, r.Entry.QuantityMilli == 0 ? "" : r.Entry.QuantityUnit.Name(true), r.Entry.Amount, r.Entry.DocumentNumber, "", "",
            ])).Append(new PaperRow(["", "合计", "", "", "", "", "", PaperCell.Empty, "", sample.Drawn, "", "", ""], IsTotal: true)))
        {
            Left = $"范围：{of}",
            Right = "单位：元（验收口径，含税）",
            Notes =
            [
                $"从 {sample.Population.ToString(CultureInfo.InvariantCulture)} 条（合计 {sample.Sum} 元）中抽取 {sample.Rows.Count.ToString(CultureInfo.InvariantCulture)} 条，种子“{seed}”，台账截至第 {sample.Upto.ToString(CultureInfo.InvariantCulture)} 条（{sample.Hash}）。",
                "抽法：对“种子:该条的哈希”取 SHA-256，十六进制从小到大取前若干条；条件相同，抽出的相同。",
            ],
            Signatures = ["抽样人：", "核对人：", "日期："],
            Mark = ExportMark.Of(actor, clock.GetUtcNow()),
        };
    }
}
