using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Assistance.Tests.Domain;

public sealed class LedgerChainTests
{
    [Fact]
    public void A_whole_ledger_has_no_fault()
    {
        var (rows, head) = Ledger();

        Assert.Null(LedgerChain.FirstFault(rows, head));
        Assert.Null(LedgerChain.FirstFault([], new LedgerHead()));
    }

    [Fact]
    public void A_changed_cell_is_found_at_its_row()
    {
        var (rows, head) = Ledger();

        rows[2] = Row(rows[2].AmountFen + 1, rows[2]);

        Assert.Equal(3, LedgerChain.FirstFault(rows, head)!.Sequence);
    }

    [Fact]
    public void A_changed_cell_with_a_hash_made_to_fit_is_found_at_the_next_row()
    {
        var (rows, head) = Ledger();

        rows[2] = Row(rows[2].AmountFen + 1, rows[2]);
        rows[2].Hash = LedgerChain.HashOf(rows[2]);

        Assert.Equal(4, LedgerChain.FirstFault(rows, head)!.Sequence);
    }

    [Fact]
    public void A_deleted_row_is_found()
    {
        var (rows, head) = Ledger();

        rows.RemoveAt(1);

        Assert.Equal(2, LedgerChain.FirstFault(rows, head)!.Sequence);
    }

    [Fact]
    public void Swapped_rows_are_found()
    {
        var (rows, head) = Ledger();

        (rows[1].Sequence, rows[3].Sequence) = (rows[3].Sequence, rows[1].Sequence);

        Assert.Equal(2, LedgerChain.FirstFault(rows.OrderBy(r => r.Sequence), head)!.Sequence);
    }

    [Fact]
    public void A_cut_tail_is_found_by_the_head()
    {
        var (rows, head) = Ledger();

        rows.RemoveAt(4);

        Assert.Equal(5, LedgerChain.FirstFault(rows, head)!.Sequence);
    }

    [Fact]
    public void The_reason_may_name_people_and_is_not_hashed()
    {
        var (rows, _) = Ledger();

        Assert.Equal(LedgerChain.HashOf(rows[0]), LedgerChain.HashOf(Row(rows[0].AmountFen, rows[0], "李四经手")));
    }

    private static (List<LedgerEntry> Rows, LedgerHead Head) Ledger()
    {
        List<LedgerEntry> rows = [.. Enumerable.Range(1, 5).Select(i => Row(i * 100))];
        return (rows, LedgerChain.Continue(new LedgerHead(), rows));
    }

    private static LedgerEntry Row(long fen, LedgerEntry? like = null, string? reason = null) => new()
    {
        Id = like?.Id ?? Guid.NewGuid(),
        Kind = LedgerKind.Purchase,
        Purpose = PurchasePurpose.Canteen,
        UnitId = World.Highways,
        UnitName = "公路局",
        VillageId = World.Mingdong,
        ProductId = World.Rice,
        ProducerId = World.Producer,
        OutletId = World.Outlet,
        CountyCode = "222402",
        MonthNumber = 202606,
        AmountFen = fen,
        QuantityMilli = 1000,
        QuantityUnit = MeasureUnit.Kg,
        SourceType = LedgerSources.AcceptanceLine,
        SourceId = World.Offer,
        SourceLineId = like?.SourceLineId ?? Guid.NewGuid(),
        OriginalLineId = World.Offer,
        EventId = World.Offer,
        OrderId = World.Offer,
        OccurredAt = World.On(2026, 6, 1),
        RecordedAt = World.On(2026, 6, 1),
        Reason = reason,
        Sample = false,
        Sequence = like?.Sequence ?? 0,
        PreviousHash = like?.PreviousHash ?? "",
        Hash = like?.Hash ?? "",
    };
}
