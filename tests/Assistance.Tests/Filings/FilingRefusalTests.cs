using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Filings;

/// <summary>What a filing, its review and the year's ratio are refused for.</summary>
public sealed class FilingRefusalTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_incomplete_or_wrong_cannot_be_handed_in(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        var good = FilingWorld.Own(World.Highways, 600_000m, 60_000m);
        Assert.Equal(FilingErrors.NoRatioYet(2026), (await world.Save(good)).Error, Same);
        await world.Ratio();

        Assert.Equal(FilingErrors.BelowFloor(1000), (await world.Save(FilingWorld.Own(World.Highways, 600_000m, 54_000m, 0.09m))).Error, Same);
        Assert.Equal(FilingErrors.WrongTotal(Money.Of(600_000m), 1000, Money.Of(60_000m)), (await world.Save(good with { Total = FilingWorld.Yuan(59_999.99m) })).Error, Same);
        Assert.Equal(FilingErrors.NoBase, (await world.Save(FilingWorld.Own(World.Highways, 0m, 0m))).Error, Same);
        Assert.Equal(FilingErrors.NoContractor, (await world.Save(good with { Canteen = CanteenModel.Outsourced })).Error, Same);
        Assert.Equal(FilingErrors.NoRepresentative, (await world.Save(FilingWorld.Own(World.Highways, 0m, 0m) with { Canteen = CanteenModel.Shared })).Error, Same);
        Assert.Equal(FilingErrors.RepresentsItself, (await world.Save(FilingWorld.SharedWith(World.Highways, World.Highways))).Error, Same);
        Assert.Equal(PlatformErrors.NotFound, (await world.Save(FilingWorld.SharedWith(World.Highways, Guid.NewGuid()))).Error, Same);
        Assert.Equal(FilingErrors.BaseWithoutCanteen, (await world.Save(good with { Canteen = CanteenModel.None })).Error, Same);
        Assert.Equal(FilingErrors.UnionWithoutNeed, (await world.Save(good with { UnionBase = FilingWorld.Yuan(1m) })).Error, Same);
        Assert.Equal(FilingErrors.UnionOfRepresentative, (await world.Save(FilingWorld.SharedWith(World.Highways, World.Transport) with { UnionNeed = true, UnionBase = FilingWorld.Yuan(1m) })).Error, Same);
        Assert.Equal(FilingErrors.AmountNegative, (await world.Save(good with { CanteenBase = FilingWorld.Yuan(-1m) })).Error, Same);
        Assert.Equal(AssistanceErrors.NotFen, (await world.Save(good with { CanteenBase = FilingWorld.Yuan(0.001m) })).Error, Same);
        Assert.Equal(FilingErrors.RatioShape, (await world.Save(good with { Ratio = 0.10001m })).Error, Same);
        Assert.Equal(FilingErrors.RatioShape, (await world.Save(good with { Ratio = 1.1m })).Error, Same);
        Assert.Equal(FilingErrors.ContractorLength, (await world.Save(good with { Canteen = CanteenModel.Outsourced, Contractor = new string('字', 101) })).Error, Same);
        Assert.Equal(FilingErrors.WrongDay(2026, new(2026, 1, 1)), (await world.Save(good with { EffectiveFrom = new(2027, 1, 1) })).Error, Same);
        Assert.Equal(AssistanceErrors.YearOutOfRange(2020, 2027), (await world.Save(good with { Year = 2028 })).Error, Same);
        Assert.Equal(PlatformErrors.Forbidden, (await world.Save(good, world.Officer)).Error, Same);
        Assert.Equal(PlatformErrors.NotFound, (await world.Save(good, World.Person("外人", [Capability.AssistanceFile, Capability.AssistanceRead], World.Transport))).Error, Same);

        Assert.Null((await world.One(World.Highways, world.Officer))!.Filing);
        Assert.Null((await world.Save(good)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_draft_may_be_wrong_and_nobody_overwrites_what_they_have_not_seen(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        var wrong = FilingWorld.Own(World.Highways, 600_000m, 1m) with { Submit = false };

        Assert.Null((await world.Save(wrong)).Error);
        Assert.Equal(ErrorCode.VersionStale, (await world.Save(wrong)).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.Save(wrong with { ExpectedVersion = 7 })).Error!.Code);
        Assert.Null((await world.Save(FilingWorld.Own(World.Highways, 600_000m, 60_000m) with { ExpectedVersion = 1 })).Error);
        Assert.Equal(FilingErrors.UnderReview, (await world.Save(wrong with { ExpectedVersion = 2 })).Error, Same);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_representative_files_for_itself_and_is_not_represented(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        await world.Approved(FilingWorld.SharedWith(World.Highways, FilingWorld.Centre));

        Assert.Equal(FilingErrors.RepresentativeDoesNotFile("公路局"), (await world.Save(FilingWorld.SharedWith(World.Transport, World.Highways))).Error, Same);
        Assert.Equal(FilingErrors.OthersRely("公路局"), (await world.Save(FilingWorld.Own(FilingWorld.Centre, 0m, 0m) with { Canteen = CanteenModel.None })).Error, Same);
        Assert.Equal(FilingErrors.OthersRely("公路局"), (await world.Save(FilingWorld.SharedWith(FilingWorld.Centre, World.Transport))).Error, Same);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Review_and_approval_are_refused_to_whoever_may_not_or_had_a_hand_in_it(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        var id = (await world.Save(FilingWorld.Own(World.Highways, 600_000m, 60_000m))).Id!.Value;

        // The department alone stands above: the office reviews, not the unit's own leader.
        Assert.Equal(PlatformErrors.Forbidden, (await world.Decide(world.Leader, id)).Error, Same);
        Assert.Equal(PlatformErrors.Forbidden, (await world.Decide(world.Supervisor, id)).Error, Same);
        Assert.Equal(PlatformErrors.NotFound, (await world.Decide(World.Person("外人", [Capability.AssistanceRead, Capability.AssistanceConfirm], World.Transport), id)).Error, Same);
        Assert.Equal(ErrorCode.VersionStale, (await world.Decide(world.Officer, id, version: 7)).Error!.Code);
        Assert.Equal(FilingErrors.WhySendBack, (await world.Decide(world.Officer, id, false, "不对")).Error, Same);
        Assert.Null((await world.Decide(world.Officer, id)).Error);
        Assert.Equal(FilingErrors.SamePerson, (await world.Decide(world.Officer, id)).Error, Same);
        Assert.Equal(FilingErrors.WhySendBack, (await world.Decide(world.Supervisor, id, false)).Error, Same);
        Assert.Null((await world.Decide(world.Supervisor, id)).Error);
        Assert.Equal(FilingErrors.NotWaiting, (await world.Decide(world.Supervisor, id)).Error, Same);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_filed_does_not_review(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        var both = World.Person("一人", [Capability.AssistanceRead, Capability.AssistanceFile, Capability.AssistanceManage], FilingWorld.Department, World.Highways);
        var id = (await world.Save(FilingWorld.Own(World.Highways, 600_000m, 60_000m), both)).Id!.Value;

        Assert.Equal(FilingErrors.SamePerson, (await world.Decide(both, id)).Error, Same);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_ratio_that_rose_meanwhile_is_seen_at_the_review(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        await world.Ratio();
        var id = (await world.Save(FilingWorld.Own(World.Highways, 600_000m, 60_000m))).Id!.Value;

        Assert.Null((await world.Ratio(0.15m, seen: 1)).Error);

        Assert.Equal(FilingErrors.BelowFloor(1500), (await world.Decide(world.Officer, id)).Error, Same);
        Assert.Null((await world.Decide(world.Officer, id, false, "比例已改为 15%")).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_years_ratio_is_the_offices_and_each_version_follows_the_one_before(DatabaseProvider provider)
    {
        await using var world = await FilingWorld.Create(provider);
        var good = new SetShareRatio.Input("", FilingWorld.Department, 2026, new(2026, 1, 1), 0.10m, ShareBase.Canteen, "财库〔2021〕19号", new(2026, 3, 26));

        Assert.Equal(PlatformErrors.Forbidden, (await world.Set(world.Liaison, good)).Error, Same);
        Assert.Equal(PlatformErrors.NotFound, (await world.Set(World.Officer(World.Highways), good)).Error, Same);
        Assert.Equal(PlatformErrors.NotFound, (await world.Set(world.Officer, good with { UnitId = World.Highways })).Error, Same);
        Assert.Equal(FilingErrors.RatioShape, (await world.Set(world.Officer, good with { Ratio = 0m })).Error, Same);
        Assert.Equal(FilingErrors.RatioShape, (await world.Set(world.Officer, good with { Ratio = 1.01m })).Error, Same);
        Assert.Equal(FilingErrors.BasisLength, (await world.Set(world.Officer, good with { Basis = " " })).Error, Same);
        Assert.Equal(FilingErrors.WrongDay(2026, new(2026, 1, 1)), (await world.Set(world.Officer, good with { EffectiveFrom = new(2025, 12, 31) })).Error, Same);
        Assert.Equal(FilingErrors.DueOutside(2026), (await world.Set(world.Officer, good with { DueOn = new(2027, 3, 26) })).Error, Same);
        Assert.Equal(AssistanceErrors.YearOutOfRange(2020, 2027), (await world.Set(world.Officer, good with { Year = 2019 })).Error, Same);
        Assert.Empty((await world.List(2026, new(2026, 3, 1))).Ratios);

        Assert.Null((await world.Set(world.Officer, good)).Error);
        Assert.Equal(FilingErrors.RatioSeen(1), (await world.Set(world.Officer, good)).Error, Same);
        Assert.Null((await world.Set(world.Officer, good with { EffectiveFrom = new(2026, 7, 1), Ratio = 0.15m, ExpectedVersion = 1 })).Error);
        Assert.Equal(FilingErrors.WrongDay(2026, new(2026, 7, 1)), (await world.Set(world.Officer, good with { ExpectedVersion = 2 })).Error, Same);
    }

    private static bool Same(Error? expected, Error? actual) => expected?.Code == actual?.Code && expected?.English == actual?.English;
}
