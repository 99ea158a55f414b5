using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Organisations.Tests.AssignRole;

using Assign = Commerce.Organisations.AssignRole.AssignRole;
using Disable = Commerce.Organisations.DisableAccount.DisableAccount;
using End = Commerce.Organisations.EndRole.EndRole;

public sealed class RolesOverTimeTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly Guid Buyer = SampleId.Of("user", "buyer");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_role_given_bites_and_once_ended_it_allows_nothing(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var given = await office.As("admin", s => Do(s, new Assign.Input("k1", Buyer, Role.Keeper, Office.Unit("运输局"), null, null)));
        Assert.True((await office.ActorOf("buyer")).Can(Capability.OrderAccept, Office.Unit("运输局")));

        var ended = await office.As("admin", s => Do(s, new End.Input("k2", given.Id!.Value, 1, null)));

        Assert.Null(ended.Error);
        Assert.False((await office.ActorOf("buyer")).Can(Capability.OrderAccept));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_role_begins_and_ends_at_midnight_in_China(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        await office.As("admin", s => Do(s, new Assign.Input("k1", Buyer, Role.Keeper, Office.Unit("运输局"), Today.AddDays(1), Today.AddDays(2))));
        Assert.False((await office.ActorOf("buyer")).Can(Capability.OrderAccept));

        office.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 15, 16, 0, 0, TimeSpan.Zero));
        Assert.True((await office.ActorOf("buyer")).Can(Capability.OrderAccept));

        office.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 16, 16, 0, 0, TimeSpan.Zero));
        Assert.False((await office.ActorOf("buyer")).Can(Capability.OrderAccept));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_role_twice_at_a_time_is_refused(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);

        var twice = await office.As("admin", s => Do(s, new Assign.Input("k1", Buyer, Role.Buyer, Office.Unit("公路局"), null, null)));

        Assert.Equal(OrganisationsErrors.RoleTwice.English, twice.Error!.English);
    }

    [Fact]
    public async Task Roles_are_not_given_or_ended_in_the_past()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var assignment = SampleId.Of("role", "buyer");

        var before = await office.As("admin", s => Do(s, new Assign.Input("k1", Buyer, Role.Keeper, Office.Unit("公路局"), Today.AddDays(-1), null)));
        var noDays = await office.As("admin", s => Do(s, new Assign.Input("k2", Buyer, Role.Keeper, Office.Unit("公路局"), Today, Today)));
        var past = await office.As("admin", s => Do(s, new End.Input("k3", assignment, 1, Today.AddDays(-1))));
        var ended = await office.As("admin", s => Do(s, new End.Input("k4", assignment, 1, Today)));
        var again = await office.As("admin", s => Do(s, new End.Input("k5", assignment, 2, Today)));
        var stale = await office.As("admin", s => Do(s, new End.Input("k6", assignment, 1, Today)));

        Assert.Equal(OrganisationsErrors.RolePeriod.English, before.Error!.English);
        Assert.Equal(OrganisationsErrors.RolePeriod.English, noDays.Error!.English);
        Assert.Equal(OrganisationsErrors.RoleEndInPast.English, past.Error!.English);
        Assert.Null(ended.Error);
        Assert.Equal(OrganisationsErrors.RoleEnded.English, again.Error!.English);
        Assert.Equal(ErrorCode.VersionStale, stale.Error!.Code);
    }

    [Fact]
    public async Task Administrators_cannot_lock_themselves_out()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        var role = await office.As("admin", s => Do(s, new End.Input("k1", SampleId.Of("role", "admin"), 1, null)));
        var account = await office.As("admin", s => Do(s, new Disable.Input("k2", SampleId.Of("user", "admin"), 1)));

        Assert.Equal(OrganisationsErrors.EndYourOwn.English, role.Error!.English);
        Assert.Equal(OrganisationsErrors.DisableYourself.English, account.Error!.English);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_disabled_account_is_nobodys_and_cannot_be_disabled_again(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var stamp = await Stamp(office);

        var first = await office.As("admin", s => Do(s, new Disable.Input("k1", Buyer, 1)));
        var again = await office.As("admin", s => Do(s, new Disable.Input("k2", Buyer, 2)));
        var stale = await office.As("admin", s => Do(s, new Disable.Input("k3", Buyer, 1)));

        Assert.Null(first.Error);
        Assert.Equal(OrganisationsErrors.AlreadyDisabled.English, again.Error!.English);
        Assert.Equal(ErrorCode.VersionStale, stale.Error!.Code);
        var directory = await office.Directory.Read(default);
        Assert.Null(directory.ActorOf(Buyer, stamp, true));
        Assert.Null(directory.ActorOf(Buyer, await Stamp(office), true));
    }

    [Fact]
    public async Task Who_manages_one_unit_gives_no_roles_in_another()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        await office.As("admin", s => Do(s, new Assign.Input("k1", SampleId.Of("user", "liaison"), Role.Administrator, Office.Unit("公路局"), null, null)));

        var own = await office.As("liaison", s => Do(s, new Assign.Input("k2", Buyer, Role.Keeper, Office.Unit("公路局"), null, null)));
        var other = await office.As("liaison", s => Do(s, new Assign.Input("k3", Buyer, Role.Keeper, Office.Unit("运输局"), null, null)));
        var stranger = await office.As("liaison", s => Do(s, new Assign.Input("k4", SampleId.Of("user", "buyer2"), Role.Keeper, Office.Unit("公路局"), null, null)));
        var strangersRole = await office.As("liaison", s => Do(s, new End.Input("k5", SampleId.Of("role", "buyer2"), 1, null)));
        var strangersAccount = await office.As("liaison", s => Do(s, new Disable.Input("k6", SampleId.Of("user", "buyer2"), 1)));

        Assert.Null(own.Error);
        Assert.All([other, stranger, strangersRole, strangersAccount], o => Assert.Equal(ErrorCode.NotFound, o.Error!.Code));
    }

    private static async Task<string> Stamp(Office office)
    {
        await using var db = office.Db();
        return (await db.Users.SingleAsync(u => u.Id == Buyer)).SecurityStamp!;
    }

    private static Task<Platform.Idempotency.Outcome> Do(IServiceProvider s, Assign.Input input) => s.GetRequiredService<Assign.Handler>().Handle(input, default);

    private static Task<Platform.Idempotency.Outcome> Do(IServiceProvider s, End.Input input) => s.GetRequiredService<End.Handler>().Handle(input, default);

    private static Task<Platform.Idempotency.Outcome> Do(IServiceProvider s, Disable.Input input) => s.GetRequiredService<Disable.Handler>().Handle(input, default);
}
