using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Organisations.SaveCanteen.SaveCanteen;

namespace Commerce.Organisations.Tests.SaveCanteen;

public sealed class SaveCanteenTests
{
    private static readonly Guid Bureau = Office.Unit("公路局");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_canteen_changes_hands_from_today_on_and_says_so(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var canteen = SampleId.Of("canteen", "公路局食堂");

        var (outcome, stated) = await office.As("admin", async s =>
            (await Save(s, new Input("k1", canteen, 1, "公路局食堂", Bureau, CanteenModel.Outsourced, 200, "示例餐饮公司", [Office.Unit("运输局")])),
             Office.Stated(s.GetRequiredService<OrganisationsDbContext>())));

        Assert.Null(outcome.Error);
        var view = (await office.Directory.Read(default)).Canteens[canteen];
        Assert.Equal((2, CanteenModel.Outsourced, 200), (view.Version, view.Model, view.Headcount));
        Assert.Equal(["公路局", "运输局"], view.ServedUnits.Select(u => u.Name));
        Assert.Equal("由示例餐饮公司承包", view.Note(true));
        Assert.Contains(Office.Unit("运输局").ToString(), Assert.Single(stated), StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_canteen_needs_a_name_of_its_own(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);

        var taken = await office.As("admin", s => Save(s, new Input("k1", null, null, "运输局食堂", Bureau, CanteenModel.Own, 10, null, null)));
        var created = await office.As("admin", s => Save(s, new Input("k2", null, null, "公路局二食堂", Bureau, CanteenModel.Own, 10, null, null)));

        Assert.Equal(OrganisationsErrors.CanteenNameTaken("运输局食堂").English, taken.Error!.English);
        Assert.Null(created.Error);
        Assert.Equal(2, (await office.Directory.Read(default)).Units[Bureau].Canteens.Count);
    }

    [Fact]
    public async Task Wrong_input_is_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var good = new Input("k", null, null, "新食堂", Bureau, CanteenModel.Own, 10, null, null);

        Assert.Equal(OrganisationsErrors.CanteenName.English, await Refusal(good with { IdempotencyKey = "a", Name = " " }));
        Assert.Equal(OrganisationsErrors.Headcount.English, await Refusal(good with { IdempotencyKey = "b", Headcount = -1 }));
        Assert.Equal(OrganisationsErrors.ServedUnit.English, await Refusal(good with { IdempotencyKey = "c", ServedUnitIds = [Guid.NewGuid()] }));
        Assert.Equal(OrganisationsErrors.Contractor.English, await Refusal(good with { IdempotencyKey = "d", Contractor = new string('长', 101), Model = CanteenModel.Outsourced }));

        async Task<string?> Refusal(Input input) => (await office.As("admin", s => Save(s, input))).Error?.English;
    }

    [Fact]
    public async Task A_stale_version_and_another_units_canteen_are_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var input = new Input("k1", SampleId.Of("canteen", "公路局食堂"), 7, "公路局食堂", Bureau, CanteenModel.Own, 10, null, null);

        Assert.Equal(ErrorCode.VersionStale, (await office.As("admin", s => Save(s, input))).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await office.As("buyer", s => Save(s, input))).Error!.Code);
    }

    private static Task<Outcome> Save(IServiceProvider services, Input input) => services.GetRequiredService<Handler>().Handle(input, default);
}
