using Commerce.Organisations.SignIn;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Organisations.Tests.FirstAdministrator;

public sealed class FirstAdministratorTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Commerce:FirstAdministrator:UserName"] = "root",
        ["Commerce:FirstAdministrator:Password"] = "a first password",
    };

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_fresh_installation_gets_one_administrator_over_everything_and_only_once(DatabaseProvider provider)
    {
        await using var office = await Office.Open(provider, Settings);

        await office.Prepare();
        await office.Prepare();

        await using var db = office.Db();
        Assert.Equal("省交通运输厅", (await db.Units.SingleAsync()).Name);
        Assert.Equal("root", (await db.Users.SingleAsync()).UserName);
        Assert.True((await office.ActorOf("root")).Can(Capability.OrganisationManage, (await db.Units.SingleAsync()).Id));
        Assert.NotNull(await office.As("root", s => s.GetRequiredService<PasswordCheck>().Check(new Credentials("root", "a first password"), "192.0.2.1", default)));
    }

    [Fact]
    public async Task Where_there_are_accounts_the_settings_do_nothing()
    {
        await using var office = await Office.Open(DatabaseProvider.Sqlite, Settings);
        await office.LoadSamples();

        await office.Prepare();

        await using var db = office.Db();
        Assert.False(await db.Users.AnyAsync(u => u.UserName == "root"));
    }

    [Fact]
    public async Task Without_settings_nobody_is_created()
    {
        await using var office = await Office.Open(DatabaseProvider.Sqlite);

        await office.Prepare();

        await using var db = office.Db();
        Assert.False(await db.Users.AnyAsync());
    }

    [Theory]
    [InlineData("root", "short", "Commerce:FirstAdministrator:Password")]
    [InlineData("", "a first password", "Commerce:FirstAdministrator:UserName")]
    public void A_wrong_setting_names_its_key(string userName, string password, string key)
    {
        var options = new OrganisationsOptions { UserName = userName, Password = password };

        Assert.Equal(key, Assert.Throws<WrongSettingException>(options.Check).Key);
    }
}
