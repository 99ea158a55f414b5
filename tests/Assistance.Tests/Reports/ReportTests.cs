using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Reports;
using Commerce.Assistance.Totals;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Reports;

public sealed class ReportTests
{
    private static readonly Guid[] Both = [World.Highways, World.Transport];

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_month_stands_beside_its_year_to_date_the_month_before_and_the_same_month_a_year_earlier(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Buys(world, World.Highways, (2025, 6, 10m), (2026, 1, 5m), (2026, 5, 20m), (2026, 6, 30m));
        await Buys(world, World.Transport, (2026, 1, 1m));
        await using var db = world.Open();

        var report = (await Reports(db, world).Read(new() { Year = 2026, Month = Month.Of(2026, 6) }, true, default)).Value;

        var highways = report.Lines[0];
        Assert.Equal((336m, 616m, 2m, 0.5m, 1), (highways.Sums.Amount.Amount, highways.ToDate.Amount, highways.OverYear, highways.OverPeriod, highways.Rank));
        var transport = report.Lines[1];
        Assert.Equal((0m, 11.2m, null, null, 2), (transport.Sums.Amount.Amount, transport.ToDate.Amount, transport.OverYear, transport.OverPeriod, transport.Rank));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_unit_that_bought_a_year_ago_and_not_now_stands_in_what_the_total_is_compared_with(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Buys(world, World.Highways, (2025, 6, 10m), (2026, 6, 10m));
        await Buys(world, World.Transport, (2025, 6, 10m));
        await using var db = world.Open();

        var report = (await Reports(db, world).Read(new() { Year = 2026, Month = Month.Of(2026, 6) }, true, default)).Value;

        Assert.Equal(-0.5m, ReportLine.Growth(report.Total, report.YearBefore));
        Assert.Equal([0m, -1m], report.Lines.Select(l => l.OverYear!.Value));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task January_looks_back_to_December_and_a_quarter_to_the_quarter_before(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Buys(world, World.Highways, (2025, 1, 4m), (2025, 12, 10m), (2026, 1, 15m), (2026, 3, 5m));
        await using var db = world.Open();

        var january = (await Reports(db, world).Read(new() { Year = 2026, Month = Month.Of(2026, 1) }, true, default)).Value.Lines[0];
        var quarter = (await Reports(db, world).Read(new() { Year = 2026, Quarter = 20261 }, true, default)).Value.Lines[0];
        var quarters = (await Reports(db, world).Read(new() { Year = 2026, Since = 2025, By = [TotalsBy.Year, TotalsBy.Quarter] }, true, default)).Value.Lines;

        Assert.Equal((2.75m, 0.5m), (january.OverYear, january.OverPeriod));
        Assert.Equal((224m, 4m, 1m), (quarter.Sums.Amount.Amount, quarter.OverYear, quarter.OverPeriod));
        Assert.Equal([("2025年", "2025年第一季度", 44.8m), ("2025年", "2025年第四季度", 112m), ("2026年", "2026年第一季度", 224m)], quarters.Select(l => (l.Labels[0], l.Labels[1], l.Sums.Amount.Amount)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task As_known_on_a_day_a_report_stays_what_it_was_whatever_is_recorded_later(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([rice.Confirmed(), rice.Accepted(48.6m, World.On(2026, 7, 10))]);
        var known = new LedgerAddress { Year = 2026, KnownOn = new(2026, 8, 1), By = [TotalsBy.Month, TotalsBy.Channel] };
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 8, 1, 15, 59, 0, TimeSpan.Zero));
        await world.Deliver(rice.Returned(1m, World.On(2026, 8, 1)));

        world.Clock.SetUtcNow(new DateTimeOffset(2026, 8, 1, 16, 0, 0, TimeSpan.Zero));
        var before = await Read(known);
        await world.Deliver(rice.Returned(5m, World.On(2026, 8, 2)));

        Assert.Equal([("2026-07", 544.32m), ("2026-08", -11.2m)], before);
        Assert.Equal(before, await Read(known));
        Assert.Equal([("2026-07", 544.32m), ("2026-08", -67.2m)], await Read(known with { KnownOn = null }));

        async Task<List<(string, decimal)>> Read(LedgerAddress address)
        {
            await using var db = world.Open();
            return (await Reports(db, world).Read(address, true, default)).Value.Lines.Select(l => (l.Labels[0], l.Sums.Amount.Amount)).ToList();
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_known_by_now_is_the_same_told_from_the_rows_and_from_their_totals(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Buys(world, World.Highways, (2026, 1, 4m), (2026, 3, 10m));
        await Buys(world, World.Transport, (2026, 5, 15m));
        world.Clock.Advance(TimeSpan.FromDays(2));
        await using var db = world.Open();
        var read = new ReadTotals(db, World.Shown);

        foreach (var by in Enum.GetValues<TotalsBy>())
        {
            var now = await read.Rows(TotalsQuestion.Of(2026, [by, TotalsBy.Village], null, Both), default);
            var then = await read.Rows(TotalsQuestion.Of(2026, [by, TotalsBy.Village], null, Both, new DateOnly(2026, 8, 2)), default);

            Assert.Equal(now, then);
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_day_that_is_not_over_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await using var db = world.Open();

        var today = await Reports(db, world).Read(new() { Year = 2026, KnownOn = new(2026, 8, 1) }, true, default);
        var yesterday = await Reports(db, world).Read(new() { Year = 2026, KnownOn = new(2026, 7, 31) }, true, default);

        Assert.Equal(AssistanceErrors.DayNotOver, today.Error);
        Assert.Null(yesterday.Error);
        Assert.True(ReadReport.Years(2016, 2026).Failed);
        Assert.True(ReadReport.Years(2027, 2026).Failed);
        Assert.False(ReadReport.Years(2017, 2026).Failed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Units_with_a_guide_figure_have_a_rate_and_a_place_by_it_and_the_others_have_none(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var third = Guid.Parse("0a000000-0000-0000-0000-000000000003");
        await Buys(world, World.Highways, (2026, 6, 10m));
        await Buys(world, World.Transport, (2026, 6, 20m));
        await Guide(world, World.Highways, 1_000m);
        await Guide(world, third, 500m);
        await using var db = world.Open();

        var whole = (await Reports(db, world, [.. Both, third]).Read(new() { Year = 2026 }, true, default)).Value;
        var part = (await Reports(db, world, [.. Both, third]).Read(new() { Year = 2026, Village = World.Mingdong }, true, default)).Value;

        Assert.Equal(
            [(World.Transport, 224m, null, null, 1), (World.Highways, 112m, 0.112m, 1, 2), (third, 0m, 0m, 2, 3)],
            whole.Lines.Select(l => (l.Key.Unit, l.Sums.Amount.Amount, l.Rate, l.RankByRate, l.Rank)));
        Assert.Equal((await db.Achieved(2026, Both, World.Shown, default))[World.Highways], whole.Lines[1].Achieved);
        Assert.Contains(ReportNotes.Of(whole, "", null, true), n => n.StartsWith("口径（第1版，最初）：食堂、职工福利、个人；", StringComparison.Ordinal));
        Assert.False(part.HasGuide);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_total_over_several_channels_says_so_and_parts_that_do_not_add_up_have_their_note(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Buys(world, World.Highways, (2026, 6, 400m));
        await Buys(world, World.Transport, (2026, 6, 400m));
        await using (var writing = world.Open())
        {
            writing.LedgerTotals.Add(new LedgerTotal
            {
                UnitId = World.Transport,
                VillageId = Guid.Empty,
                ProductId = World.Rice,
                ProducerId = World.Producer,
                Purpose = PurchasePurpose.Canteen,
                Channel = Channel.Platform832,
                OutletId = Guid.Empty,
                MonthNumber = 202606,
                Dimension = MeasureDimension.Mass,
                Sample = false,
                AmountFen = 5_000,
                Rows = 1,
            });
            await writing.SaveChangesAsync();
        }

        await using var db = world.Open();
        var yuan = (await Reports(db, world).Read(new() { Year = 2026 }, true, default)).Value;
        var wan = (await Reports(db, world).Read(new() { Year = 2026, InWan = true }, true, default)).Value;

        Assert.Equal([(Channel.Direct, 8960m), (Channel.Platform832, 50m)], yuan.Channels.Select(c => (c.Channel, c.Amount.Amount)));
        Assert.Contains(ReportNotes.Of(yuan, "2026年", null, true), n => n.Contains("合计跨不同渠道：直接购买 8,960.00，832平台 50.00", StringComparison.Ordinal));
        Assert.DoesNotContain(ReportNotes.Of(yuan, "2026年", null, true), n => n.Contains("四舍五入", StringComparison.Ordinal));
        Assert.Equal(["0.45", "0.45"], wan.Lines.Select(l => wan.Money.Text(l.Sums.Amount)));
        Assert.Equal("0.90", wan.Money.Text(wan.Total));
    }

    [Fact]
    public void Ten_thousands_are_rounded_half_away_from_zero_one_by_one_and_the_note_comes_only_when_sums_differ()
    {
        var wan = new ShownMoney(true);

        Assert.Equal((0.01m, -0.01m, 0m), (wan.Of(Money.Of(50m)), wan.Of(Money.Of(-50m)), wan.Of(Money.Of(49.99m))));
        Assert.True(wan.PartsDiffer([Money.Of(50m), Money.Of(50m)], Money.Of(100m)));
        Assert.False(wan.PartsDiffer([Money.Of(100m), Money.Of(200m)], Money.Of(300m)));
        Assert.False(new ShownMoney(false).PartsDiffer([Money.Of(50m), Money.Of(50m)], Money.Of(100m)));
    }

    [Fact]
    public void Equal_amounts_share_a_place_and_growth_from_nothing_is_none()
    {
        Assert.Equal([1, 2, 2, 4], ReportLine.Places([9m, 5m, 5m, 1m]));
        Assert.Null(ReportLine.Growth(Money.Of(10m), Money.Zero));
        Assert.Null(ReportLine.Growth(Money.Of(10m), Money.Of(-1m)));
        Assert.Equal(-0.3333m, ReportLine.Growth(Money.Of(2m), Money.Of(3m)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_report_over_closed_months_prints_the_ledger_s_head_and_one_known_before_the_closing_does_not(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Buys(world, World.Highways, (2026, 6, 10m));
        await using (var writing = world.Open())
        {
            writing.MonthVersions.Add(new MonthVersion
            {
                Id = Guid.NewGuid(),
                MonthNumber = 202606,
                Number = 1,
                FirstById = Guid.NewGuid(),
                FirstByName = "甲",
                FirstAt = World.On(2026, 7, 2),
                SecondById = Guid.NewGuid(),
                SecondByName = "乙",
                ClosedAt = World.On(2026, 7, 3),
                Entries = 1,
                Total = Money.Of(112m),
                Unconfirmed = 0,
                LastSequence = 1,
                LedgerHash = new string('a', 64),
                Lines = "[]",
            });
            await writing.SaveChangesAsync();
        }

        await using var db = world.Open();
        var after = (await Reports(db, world).Read(new() { Year = 2026, Quarter = 20262 }, true, default)).Value;
        var before = (await Reports(db, world).Read(new() { Year = 2026, Quarter = 20262, KnownOn = new(2026, 7, 2) }, true, default)).Value;

        Assert.Contains(ReportNotes.Of(after, "", null, true), n => n.Contains($"2026年6月已结账（第 1 版），台账至第 1 条，链首 {new string('a', 64)}", StringComparison.Ordinal));
        Assert.Empty(before.Heads);
        Assert.Contains("负责人：", ReportPaper.Of(after, "2026年", null, "公路局", "王填表", World.On(2026, 8, 1)).Signatures);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_circular_is_drafted_with_figures_and_without_a_document_number(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await Buys(world, World.Highways, (2025, 6, 10m), (2026, 5, 40m), (2026, 6, 20m));
        await using var db = world.Open();
        var report = (await Reports(db, world).Read(new() { Year = 2026, Month = Month.Of(2026, 6) }, true, default)).Value;

        var draft = Briefing.Of(report, "2026年6月", null, "省交通运输厅", "王填表", World.On(2026, 8, 1));

        Assert.Equal("关于2026年6月消费帮扶采购情况的通报（代拟稿）", draft.Title);
        Assert.Contains("本月验收采购 224.00 元，同比增长 100.00%，环比下降 50.00%，本年累计 672.00 元，采购额居前的单位是公路局。", draft.Opening);
        Assert.Contains("一、主要情况和原因", draft.Closing);
        Assert.DoesNotContain(draft.Opening.Concat(draft.Closing).Append(draft.Title), t => t.Contains('〔', StringComparison.Ordinal));
        Assert.NotEmpty(DocxFile.Of(draft));
    }

    internal static ReadReport Reports(AssistanceDbContext db, World world, params Guid[] units) =>
        new(db, new ReadTotals(db, World.Shown), new ReadGuides(db, world.Clock), World.Officer(units.Length > 0 ? units : Both), World.Shown, world.Clock);

    internal static async Task Buys(World world, Guid unit, params (int Year, int Month, decimal Kilos)[] purchases)
    {
        foreach (var (year, month, kilos) in purchases)
        {
            var trade = new Trade(unit, World.Mingdong);
            await world.DeliverAll([trade.Confirmed(), trade.Accepted(kilos, World.On(year, month, 10))]);
        }
    }

    private static async Task Guide(World world, Guid unit, decimal amount)
    {
        await using var db = world.Open();
        (await db.CommitmentOf(2026, unit, world.Clock.GetUtcNow(), default)).Set(Money.Of(amount), null, new(2026, 1, 1), Guid.NewGuid(), "周主任", world.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }
}
