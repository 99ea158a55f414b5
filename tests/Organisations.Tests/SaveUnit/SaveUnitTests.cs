using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Organisations.SaveUnit.SaveUnit;

namespace Commerce.Organisations.Tests.SaveUnit;

public sealed class SaveUnitTests
{
    private static readonly Guid Root = Office.Unit("省交通运输厅");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_unit_is_saved_stated_and_covered_by_its_parents_administrators(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);

        var (outcome, stated) = await office.As("admin", async s =>
            (await Save(s, new Input("k1", null, null, " 养护科 ", OrgUnitKind.Office, Office.Unit("公路局"))), Office.Stated(s.GetRequiredService<OrganisationsDbContext>())));

        Assert.Null(outcome.Error);
        var directory = await office.Directory.Read(default);
        Assert.Equal("养护科", directory.Units[outcome.Id!.Value].Name);
        Assert.Contains(directory.Units[outcome.Id.Value], directory.Units[Office.Unit("公路局")].Children);
        Assert.True((await office.ActorOf("buyer")).Can("order.request", outcome.Id.Value));
        Assert.Contains("养护科", Assert.Single(stated), StringComparison.Ordinal);
        Assert.Contains("OFFICE", stated[0], StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_stale_version_is_refused_and_changes_nothing(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var first = await office.As("admin", s => Save(s, Rename("k1", "公路局", 1, "公路管理局")));

        var second = await office.As("admin", s => Save(s, Rename("k2", "公路局", 1, "公路事业局")));

        Assert.Null(first.Error);
        Assert.Equal(ErrorCode.VersionStale, second.Error!.Code);
        Assert.Equal("2", second.Error.Facts!["currentVersion"]);
        Assert.Equal("公路管理局", (await office.Directory.Read(default)).Units[Office.Unit("公路局")].Name);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_key_again_changes_nothing_more(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var input = new Input("k1", null, null, "养护科", OrgUnitKind.Office, Office.Unit("公路局"));

        var first = await office.As("admin", s => Save(s, input));
        var second = await office.As("admin", s => Save(s, input));

        Assert.True(second.Replayed);
        Assert.Equal(first.Id, second.Id);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_units_of_one_name_under_one_parent_are_refused(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);

        var same = await office.As("admin", s => Save(s, new Input("k1", null, null, "运输局", OrgUnitKind.Office, Root)));
        var elsewhere = await office.As("admin", s => Save(s, new Input("k2", null, null, "办公室", OrgUnitKind.Office, Office.Unit("公路局"))));

        Assert.Equal(OrganisationsErrors.UnitNameTaken("运输局").English, same.Error!.English);
        Assert.Null(elsewhere.Error);
    }

    [Fact]
    public async Task A_save_that_changes_nothing_still_gets_a_version_of_its_own()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var now = new Input("k1", Office.Unit("公路局"), 1, "公路局", OrgUnitKind.AffiliatedUnit, Root, true, false, 12);

        await office.As("admin", s => Save(s, now));

        await using var db = office.Db();
        Assert.Equal(2, (await db.Units.SingleAsync(u => u.Id == Office.Unit("公路局"))).Version);
    }

    [Fact]
    public async Task A_unit_cannot_hang_below_itself()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var below = await office.As("admin", s => Save(s, new Input("k1", null, null, "养护科", OrgUnitKind.Office, Office.Unit("公路局"))));

        var ring = await office.As("admin", s => Save(s, new Input("k2", Office.Unit("公路局"), 1, "公路局", OrgUnitKind.AffiliatedUnit, below.Id)));

        Assert.Equal(OrganisationsErrors.UnitRing.English, ring.Error!.English);
    }

    [Theory]
    [InlineData("", nameof(OrgUnitKind.Office), true, "UnitName")]
    [InlineData("新处", nameof(OrgUnitKind.Office), false, "UnitPlace")]
    [InlineData("第二厅", nameof(OrgUnitKind.Department), false, "SecondRoot")]
    [InlineData("第二厅", nameof(OrgUnitKind.Department), true, "UnitPlace")]
    public async Task A_unit_in_the_wrong_place_is_refused(string name, string kind, bool hasParent, string error)
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        var outcome = await office.As("admin", s => Save(s, new Input("k1", null, null, name, Enum.Parse<OrgUnitKind>(kind), hasParent ? Root : null)));

        Assert.Equal(((Error)typeof(OrganisationsErrors).GetProperty(error)!.GetValue(null)!).English, outcome.Error!.English);
    }

    [Fact]
    public async Task The_department_cannot_end_and_nothing_ends_before_it_begins()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        var department = await office.As("admin", s => Save(s, new Input("k1", Root, 1, "省交通运输厅", OrgUnitKind.Department, null, ValidTo: new(2027, 1, 1))));
        var early = await office.As("admin", s => Save(s, Rename("k2", "公路局", 1, "公路局") with { ValidTo = new(2020, 1, 1) }));

        Assert.Equal(OrganisationsErrors.SecondRoot.English, department.Error!.English);
        Assert.Equal(OrganisationsErrors.UnitEnd.English, early.Error!.English);
    }

    [Fact]
    public async Task A_new_unit_below_an_ended_one_is_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        await office.As("admin", s => Save(s, Rename("k1", "公路局", 1, "公路局") with { ValidTo = new(2026, 6, 15) }));

        var outcome = await office.As("admin", s => Save(s, new Input("k2", null, null, "养护科", OrgUnitKind.Office, Office.Unit("公路局"))));

        Assert.Equal(OrganisationsErrors.ParentEnded.English, outcome.Error!.English);
        Assert.DoesNotContain((await office.Directory.Read(default)).ValidUnits, u => u.Name == "公路局");
    }

    [Fact]
    public async Task Somebody_elses_unit_looks_like_no_unit()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        var buyer = await office.As("buyer", s => Save(s, Rename("k1", "公路局", 1, "我的局")));
        var nothing = await office.As("admin", s => Save(s, new Input("k1", Guid.NewGuid(), 1, "无", OrgUnitKind.Office, Root)));

        Assert.Equal(PlatformErrors.NotFound.English, buyer.Error!.English);
        Assert.Equal(PlatformErrors.NotFound.English, nothing.Error!.English);
    }

    private static Input Rename(string key, string unit, int version, string name) =>
        new(key, Office.Unit(unit), version, name, OrgUnitKind.AffiliatedUnit, Root, true);

    private static Task<Outcome> Save(IServiceProvider services, Input input) => services.GetRequiredService<Handler>().Handle(input, default);
}
