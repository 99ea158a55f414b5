using Commerce.Organisations.Data;
using Commerce.Organisations.SignIn;
using Commerce.Organisations.Tests.SignIn;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Organisations.Tests.ResetPassword;

/// <summary>A person changes their own password; an administrator gives a new one to who forgot theirs.</summary>
public sealed class PasswordTests
{
    private const string Fresh = "a new one, long enough";

    [Fact]
    public async Task After_a_reset_only_the_new_password_counts_and_what_was_signed_in_before_does_not()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var (old, before) = (await DemoPasswords.Of(office, "buyer"), await Of(office, "buyer"));

        var outcome = await Reset(office, "admin", "buyer", Fresh);

        Assert.Null(outcome.Error);
        Assert.Equal((false, true), (await Enters(office, "buyer", old), await Enters(office, "buyer", Fresh)));
        Assert.Null((await office.Directory.Read(default)).ActorOf(before.Id, before.SecurityStamp!, true));
    }

    [Fact]
    public async Task A_reset_of_somebody_elses_account_of_a_disabled_one_with_a_short_password_or_an_old_version_is_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        Assert.Equal(PlatformErrors.NotFound.English, (await Reset(office, "buyer2", "buyer", Fresh)).Error!.English);
        Assert.Equal(OrganisationsErrors.Password.English, (await Reset(office, "admin", "buyer", "123456789")).Error!.English);
        Assert.Equal(PlatformErrors.Stale(1).English, (await Reset(office, "admin", "buyer", Fresh, version: 7)).Error!.English);
        var keeper = await Of(office, "keeper");
        await office.As("admin", s => s.GetRequiredService<Organisations.DisableAccount.DisableAccount.Handler>().Handle(new("off", keeper.Id, keeper.Version), default));
        Assert.Equal(OrganisationsErrors.AlreadyDisabled.English, (await Reset(office, "admin", "keeper", Fresh)).Error!.English);
        Assert.True(await Enters(office, "buyer", await DemoPasswords.Of(office, "buyer")));
    }

    [Fact]
    public async Task Ones_own_password_changes_and_a_short_one_is_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        var refused = await office.As("buyer", s => s.GetRequiredService<Organisations.ChangePassword.ChangePassword.Handler>().Handle(new("k1", "short"), default));
        var done = await office.As("buyer", s => s.GetRequiredService<Organisations.ChangePassword.ChangePassword.Handler>().Handle(new("k2", Fresh), default));

        Assert.Equal(OrganisationsErrors.Password.English, refused.Error!.English);
        Assert.Null(done.Error);
        Assert.True(await Enters(office, "buyer", Fresh));
    }

    [Fact]
    public async Task A_password_stands_nowhere_in_what_is_kept()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);
        await Reset(office, "admin", "buyer", Fresh);
        await office.As("buyer", s => s.GetRequiredService<Organisations.ChangePassword.ChangePassword.Handler>().Handle(new("k2", Fresh + "er"), default));

        await using var db = office.Db();
        var kept = await db.Database.SqlQueryRaw<string>("SELECT changes AS \"Value\" FROM audit").ToListAsync();

        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, changes => changes.Contains(Fresh, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Language_and_size_of_type_are_kept_with_the_account_and_another_language_is_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        var done = await office.As("buyer", s => s.GetRequiredService<Organisations.ChoosePreferences.ChoosePreferences.Handler>().Handle(new("k1", "en", true), default));
        var refused = await office.As("buyer", s => s.GetRequiredService<Organisations.ChoosePreferences.ChoosePreferences.Handler>().Handle(new("k2", "fr", null), default));

        Assert.Null(done.Error);
        Assert.Equal(OrganisationsErrors.Language.English, refused.Error!.English);
        var actor = await office.ActorOf("buyer");
        Assert.Equal((false, true), (actor.Chinese, actor.LargeType));
    }

    private static async Task<Outcome> Reset(Office office, string by, string whose, string password, int? version = null)
    {
        var user = await Of(office, whose);
        return await office.As(by, s => s.GetRequiredService<Organisations.ResetPassword.ResetPassword.Handler>()
            .Handle(new(Guid.NewGuid().ToString(), user.Id, version ?? user.Version, password), default));
    }

    private static async Task<bool> Enters(Office office, string userName, string password) =>
        await office.As("admin", s => s.GetRequiredService<PasswordCheck>().Check(new Credentials(userName, password), "192.0.2.1", default)) is not null;

    private static async Task<User> Of(Office office, string userName)
    {
        await using var db = office.Db();
        return await db.Users.AsNoTracking().SingleAsync(u => u.UserName == userName);
    }
}
