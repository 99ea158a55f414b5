using Commerce.Organisations.Data;
using Commerce.Organisations.SignIn;
using Commerce.Platform.Databases;
using Commerce.Platform.Walls;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Organisations.Tests.SignIn;

public sealed class PasswordCheckTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Five_wrong_tries_lock_the_account_for_five_minutes_also_for_the_right_password(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var right = await DemoPasswords.Of(office, "buyer");
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await Try(office, "buyer", "wrong"));
        }

        Assert.Null(await Try(office, "buyer", right));
        Assert.NotNull(await Try(office, "keeper", await DemoPasswords.Of(office, "keeper")));
        office.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Null(await Try(office, "buyer", right));
        office.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(await Try(office, "buyer", right));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_right_password_forgives_the_wrong_ones_before_it(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var right = await DemoPasswords.Of(office, "buyer");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                Assert.Null(await Try(office, "buyer", "wrong"));
            }

            Assert.NotNull(await Try(office, "buyer", right));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Wrong_tries_elsewhere_never_lock_out_where_one_usually_signs_in(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);
        var right = await DemoPasswords.Of(office, "buyer");
        Assert.NotNull(await Try(office, "buyer", right, "198.51.100.1"));
        for (var i = 0; i < 50; i++)
        {
            Assert.Null(await Try(office, "buyer", "wrong", $"203.0.113.{i}"));
        }

        Assert.Null(await Try(office, "buyer", right, "203.0.113.200"));
        Assert.NotNull(await Try(office, "buyer", right, "198.51.100.1"));
        office.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.NotNull(await Try(office, "buyer", right, "203.0.113.200"));
    }

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:3::3", false)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void Two_addresses_are_one_client_when_one_customer_has_both(string one, string other, bool same) =>
        Assert.Equal(same, ClientAddress.Of(System.Net.IPAddress.Parse(one)) == ClientAddress.Of(System.Net.IPAddress.Parse(other)));

    [Fact]
    public async Task Many_wrong_tries_at_once_are_all_counted()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Try(office, "buyer", "wrong")));

        Assert.Null(await Try(office, "buyer", await DemoPasswords.Of(office, "buyer")));
    }

    [Fact]
    public async Task A_disabled_account_an_unknown_name_and_an_endless_password_are_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var right = await DemoPasswords.Of(office, "buyer");
        await using (var db = office.Db())
        {
            await db.Users.Where(u => u.UserName == "buyer").ExecuteUpdateAsync(s => s.SetProperty(u => u.Disabled, true));
        }

        Assert.Null(await Try(office, "buyer", right));
        Assert.Null(await Try(office, "nobody", right));
        Assert.Null(await Try(office, "keeper", new string('x', 10_000)));
        Assert.Null(await Try(office, null, null));
    }

    private static async Task<User?> Try(Office office, string? userName, string? password, string address = "192.0.2.1") =>
        await office.As("admin", s => s.GetRequiredService<PasswordCheck>().Check(new Credentials(userName, password), address, default));
}
