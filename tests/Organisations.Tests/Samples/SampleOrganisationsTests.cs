using System.Text.Json;
using Commerce.Organisations.Domain;
using Commerce.Organisations.Samples;
using Commerce.Organisations.Tests.SignIn;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Organisations.Tests.Samples;

public sealed class SampleOrganisationsTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Loading_twice_adds_nothing_and_keeps_the_passwords(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var before = await Counts(office);
        var password = await DemoPasswords.Of(office, "buyer");

        await office.LoadSamples();

        Assert.Equal(before, await Counts(office));
        Assert.Equal((21, 5, 8, 12, 12), before);
        Assert.Equal(password, await DemoPasswords.Of(office, "buyer"));
    }

    [Fact]
    public async Task The_accounts_are_written_readable_to_their_owner_alone()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var path = Path.Combine(office.DataFolder, "demo-accounts.json");

        var text = await File.ReadAllTextAsync(path);

        Assert.Contains("\"unit\": \"公路局\"", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(DemoAccounts.All.Select(a => a.UserName), json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.All(json.RootElement.EnumerateObject(), p => Assert.Equal(["userName", "password", "unit"], p.Value.EnumerateObject().Select(f => f.Name)));
        Assert.Equal(["buyer", "keeper", "officer"], json.RootElement.EnumerateObject().Take(3).Select(p => p.Name));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task The_sample_has_each_kind_of_canteen()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        var directory = await office.Directory.Read(default);

        Assert.Equal(Enum.GetValues<CanteenModel>(), directory.Canteens.Values.Select(c => c.Model).Distinct().Order());
        var shared = Assert.Single(directory.Units[Office.Unit("财务处")].Canteens);
        Assert.Equal(("服务中心食堂", "共用食堂，由服务中心填报", 12), (shared.Name, shared.Note(true), shared.ServedUnits.Count));
        Assert.Equal("无食堂", Assert.Single(directory.Units[Office.Unit("驻京办")].Canteens).Note(true));
        Assert.Equal(11, directory.Groups[SampleId.Of("group", "厅机关各处室")].MembersOn(directory.Day).Count);
        Assert.Empty(directory.Groups[SampleId.Of("group", "厅机关各处室")].MembersOn(new(2019, 12, 31)));
        Assert.True(directory.Groups[SampleId.Of("group", "有关地方交通运输主管部门")].Open);
    }

    [Fact]
    public async Task Each_account_may_do_its_work_where_it_belongs()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        var buyer = await office.ActorOf("buyer");
        var officer = await office.ActorOf("officer");

        Assert.True(buyer.Can(Capability.OrderRequest, Office.Unit("公路局")));
        Assert.False(buyer.Can(Capability.OrderRequest, Office.Unit("运输局")));
        Assert.False(buyer.Can(Capability.OrderApprove));
        Assert.Equal("机关党委", (await office.Directory.Read(default)).Units[officer.UnitIds[0]].Name);
        Assert.True(officer.Can(Capability.BudgetManage, Office.Unit("科研所")));
        Assert.True((await office.ActorOf("supplier")).Can(Capability.StockWrite, Office.Unit("包保帮扶工作队")));
        Assert.True((await office.ActorOf("admin")).Can(Capability.OrganisationManage, Office.Unit("省交通运输厅")));
    }

    private static async Task<(int Units, int Groups, int Canteens, int Users, int Roles)> Counts(Office office)
    {
        await using var db = office.Db();
        return (await db.Units.CountAsync(), await db.Groups.CountAsync(), await db.Canteens.CountAsync(), await db.Users.CountAsync(), await db.RoleAssignments.CountAsync());
    }
}
