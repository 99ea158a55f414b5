using Commerce.Catalog.Domain;
using Xunit;

namespace Commerce.Catalog.Tests.Shelf;

/// <summary>Days on which goods lack a paper that they have had.</summary>
public sealed class ShelfGapTests
{
    [Fact]
    public void A_paper_that_ends_opens_a_gap_from_the_next_day_on() =>
        Assert.Equal([new(new(2026, 6, 11), null, "SC", "1", new(2026, 6, 10))], ShelfGap.Of([Paper("SC", "1", "2026-01-01", "2026-06-10")]));

    [Fact]
    public void Papers_of_one_kind_stand_in_for_each_other_and_a_later_one_closes_the_gap()
    {
        Assert.Empty(ShelfGap.Of([Paper("SC", "1", null, "2026-06-10"), Paper("SC", "2", "2026-06-11", null)]));
        Assert.Empty(ShelfGap.Of([Paper("SC", "1", "2026-01-01", null), Paper("SC", "2", "2026-02-01", "2026-03-01")]));
        Assert.Equal(
            [new(new(2026, 6, 11), new(2026, 6, 19), "SC", "1", new(2026, 6, 10)), new(new(2026, 7, 1), null, "SC", "2", new(2026, 6, 30))],
            ShelfGap.Of([Paper("SC", "2", "2026-06-20", "2026-06-30"), Paper("SC", "1", null, "2026-06-10"), Paper("SC", "0", "2026-02-01", "2026-03-01")]));
    }

    [Fact]
    public void Another_kind_does_not_stand_in()
    {
        var gap = Assert.Single(ShelfGap.Of([Paper("SC", "1", null, "2026-06-10"), Paper("绿色食品", "2", null, null)]));
        Assert.Equal("SC", gap.Kind);
    }

    [Fact]
    public void A_withdrawn_paper_holds_to_the_day_before_and_one_withdrawn_from_its_first_day_never_held()
    {
        Assert.Equal([new(new(2026, 5, 1), null, "SC", "1", new(2026, 4, 30))], ShelfGap.Of([Paper("SC", "1", null, "2026-12-31", withdrawn: "2026-05-01")]));
        Assert.Equal([new(new(2026, 5, 1), null, "SC", "1", null)], ShelfGap.Of([Paper("SC", "1", "2026-05-01", "2026-12-31", withdrawn: "2026-05-01")]));
        Assert.Equal([new(new(2026, 3, 2), null, "SC", "1", new(2026, 3, 1))], ShelfGap.Of([Paper("SC", "1", null, "2026-03-01", withdrawn: "2026-05-01")]));
    }

    [Fact]
    public void A_recognition_is_no_paper_that_goods_need_and_a_kind_is_not_missed_before_its_first_paper()
    {
        Assert.Empty(ShelfGap.Of([Paper(Certificate.Recognition, "R", null, "2026-01-01")]));
        var gap = Assert.Single(ShelfGap.Of([Paper("有机产品", "1", "2027-01-01", "2027-12-31")]));
        Assert.Equal(new DateOnly(2028, 1, 1), gap.From);
    }

    private static Certificate Paper(string kind, string number, string? from, string? to, string? withdrawn = null) => new()
    {
        Id = Guid.NewGuid(),
        ProductId = Guid.Empty,
        Kind = kind,
        Number = number,
        Issuer = "示例机构",
        ValidFrom = Day(from),
        ValidTo = Day(to),
        WithdrawnOn = Day(withdrawn),
    };

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
