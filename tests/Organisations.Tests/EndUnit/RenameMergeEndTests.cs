using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Organisations.EndUnit;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Organisations.Tests.EndUnit;

public sealed class RenameMergeEndTests
{
    // The clock stands on 15 June 2026 in China.
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly DateOnly July = new(2026, 7, 1);
    private static readonly Guid Highways = Office.Unit("公路局");
    private static readonly Guid Transport = Office.Unit("运输局");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_renaming_is_decided_now_and_comes_true_on_its_day_with_the_former_name_kept(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        Assert.Null((await Rename(office, "k1", 1, "公路管理中心", July)).Error);
        var decided = (await office.Directory.Read(default)).Units[Highways];
        Assert.Equal(("公路局", "公路管理中心", July), (decided.Name, decided.NextName, decided.NextNameFrom));

        office.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 15, 59, 59, TimeSpan.Zero));
        await CarryOut(office);
        Assert.Equal("公路局", (await office.Directory.Read(default)).Units[Highways].Name);
        office.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 16, 0, 0, TimeSpan.Zero));
        await CarryOut(office);

        var unit = (await office.Directory.Read(default)).Units[Highways];
        Assert.Equal(("公路管理中心", null), (unit.Name, unit.NextName));
        Assert.Equal(("公路局", July), (Assert.Single(unit.FormerNames).Name, unit.FormerNames[0].To));
        Assert.Equal(3, unit.Version);
        await CarryOut(office);
        Assert.Equal(3, (await office.Directory.Read(default)).Units[Highways].Version);
    }

    [SkippableFact]
    public async Task The_present_name_takes_a_coming_one_back_and_what_makes_no_sense_is_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        Assert.Equal(ErrorCode.Invalid, (await Rename(office, "k1", 1, "新名", Today.AddDays(-1))).Error!.Code);
        Assert.Equal(ErrorCode.Invalid, (await Rename(office, "k2", 1, "公路局", July)).Error!.Code);
        Assert.Equal(ErrorCode.Invalid, (await Rename(office, "k3", 1, " ", July)).Error!.Code);
        Assert.Contains("同一上级下已有", (await Rename(office, "k4", 1, "运输局", July)).Error!.Chinese, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.NotFound, (await Rename(office, "k5", 1, "新名", July, "buyer")).Error!.Code);
        Assert.Null((await Rename(office, "k6", 1, "公路管理中心", July)).Error);
        Assert.Equal(ErrorCode.VersionStale, (await Rename(office, "k7", 1, "别的", July)).Error!.Code);

        // The coming name is taken already.
        var taken = await office.As("admin", s => s.GetRequiredService<Organisations.RenameUnit.RenameUnit.Handler>().Handle(new("k8", Transport, 1, "公路管理中心", July), default));
        Assert.Contains("同一上级下已有", taken.Error!.Chinese, StringComparison.Ordinal);
        Assert.Null((await Rename(office, "k9", 2, "公路局", Today)).Error);

        var unit = (await office.Directory.Read(default)).Units[Highways];
        Assert.Equal(("公路局", null, 0), (unit.Name, unit.NextName, unit.FormerNames.Count));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_merged_unit_ends_on_its_day_its_roles_with_it_and_the_successor_finishes_its_papers(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        Assert.Null((await End(office, "k1", 1, July, Transport)).Error);
        Assert.True((await office.ActorOf("buyer")).Can(Capability.OrderRequest, Highways));
        var (receiver, _) = await Newcomer(office, Transport, Role.Keeper);
        Assert.False((await office.ActorOf(receiver)).Can(Capability.OrderAccept, Highways));

        office.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 16, 0, 0, TimeSpan.Zero));
        await CarryOut(office);

        Assert.False((await office.ActorOf("buyer")).Can(Capability.OrderRequest, Highways));
        Assert.True((await office.ActorOf(receiver)).Can(Capability.OrderAccept, Highways));
        var directory = await office.Directory.Read(default);
        Assert.Equal("运输局", directory.Units[Highways].Successor!.Name);
        Assert.All(directory.RoleAssignments.Values.Where(r => r.Unit.Id == Highways), r => Assert.Equal(July, r.ValidTo));
        var canteen = directory.Canteens.Values.Single(c => c.Name == "公路局食堂");
        Assert.Equal(Transport, canteen.Unit.Id);
        Assert.DoesNotContain(canteen.ServedUnits, u => u.Id == Highways);
    }

    [SkippableFact]
    public async Task An_end_that_is_still_to_come_is_taken_back_and_one_that_came_is_not()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        Assert.Equal(ErrorCode.StateNotAllowed, (await End(office, "k1", 1, null)).Error!.Code);
        Assert.Null((await End(office, "k2", 1, July, Transport)).Error);
        Assert.Null((await End(office, "k3", 2, null)).Error);
        var unit = (await office.Directory.Read(default)).Units[Highways];
        Assert.Equal((null, null), (unit.ValidTo, unit.Successor));

        Assert.Null((await End(office, "k4", 3, Today, Transport)).Error);
        Assert.Contains("已经撤销或并入", (await End(office, "k5", 4, null)).Error!.Chinese, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_end_that_leaves_something_hanging_is_refused_and_says_what()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        Assert.Contains("它还办着食堂：公路局食堂", (await End(office, "k1", 1, July)).Error!.Chinese, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.Invalid, (await End(office, "k2", 1, Today.AddDays(-1), Transport)).Error!.Code);
        Assert.Contains("不能并入它自己", (await End(office, "k3", 1, July, Highways)).Error!.Chinese, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.NotFound, (await End(office, "k4", 1, July, Transport, "buyer")).Error!.Code);
        var root = await office.As("admin", s => s.GetRequiredService<Organisations.EndUnit.EndUnit.Handler>().Handle(new("k5", Office.Unit("省交通运输厅"), 1, July), default));
        Assert.Contains("厅本级只有一个", root.Error!.Chinese, StringComparison.Ordinal);
        Assert.Null((await office.As("admin", s => s.GetRequiredService<Organisations.SaveUnit.SaveUnit.Handler>().Handle(new("k6", null, null, "养护科", OrgUnitKind.Office, Highways), default))).Error);
        Assert.Contains("它下面还有单位：养护科", (await End(office, "k7", 1, July, Transport)).Error!.Chinese, StringComparison.Ordinal);
        var other = await office.As("admin", s => s.GetRequiredService<Organisations.EndUnit.EndUnit.Handler>().Handle(new("k8", Transport, 1, July, Highways), default));
        Assert.Null(other.Error);
        Assert.Contains("不能并入它自己", (await End(office, "k9", 1, July, Transport)).Error!.Chinese, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_coming_end_is_minded_by_what_is_decided_after_it()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        Assert.Null((await End(office, "k1", 1, July, Transport)).Error);

        Assert.Contains("合并要写从哪天起", (await End(office, "k2", 2, null, Transport)).Error!.Chinese, StringComparison.Ordinal);
        Assert.Contains("这个单位到 2026-07-01 就撤销", (await Rename(office, "k3", 2, "公路管理中心", July.AddDays(1))).Error!.Chinese, StringComparison.Ordinal);
        var other = await office.As("admin", s => s.GetRequiredService<Organisations.EndUnit.EndUnit.Handler>().Handle(new("k4", Transport, 1, July.AddDays(31), Office.Unit("科研所")), default));
        Assert.Contains("已定将并入它的单位：公路局", other.Error!.Chinese, StringComparison.Ordinal);

        var unit = (await office.Directory.Read(default)).Units[Highways];
        Assert.Equal((July, "运输局", "公路局", null), (unit.ValidTo, unit.Successor!.Name, unit.Name, unit.NextName));
    }

    private static Task<Outcome> Rename(Office office, string key, int version, string name, DateOnly from, string who = "admin") =>
        office.As(who, s => s.GetRequiredService<Organisations.RenameUnit.RenameUnit.Handler>().Handle(new(key, Highways, version, name, from), default));

    private static Task<Outcome> End(Office office, string key, int version, DateOnly? on, Guid? successor = null, string who = "admin") =>
        office.As(who, s => s.GetRequiredService<Organisations.EndUnit.EndUnit.Handler>().Handle(new(key, Highways, version, on, successor), default));

    private static async Task CarryOut(Office office)
    {
        await using var db = office.Db();
        await new CarryOut(db, office.Clock, office.Directory, new OutboxBell()).Run(default);
        office.Directory.Forget();
    }

    private static async Task<(string UserName, Guid Id)> Newcomer(Office office, Guid unit, Role role)
    {
        var account = await office.As("admin", s => s.GetRequiredService<Organisations.CreateAccount.CreateAccount.Handler>().Handle(new("n1", "ting", "丁接收", unit, "long enough 10", null), default));
        var given = await office.As("admin", s => s.GetRequiredService<Organisations.AssignRole.AssignRole.Handler>().Handle(new("n2", account.Id!.Value, role, unit, null, null), default));
        Assert.Null(given.Error);
        return ("ting", account.Id!.Value);
    }
}
