using System.Text.Json;
using Commerce.Organisations.Domain;
using Commerce.Organisations.SignIn;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Organisations.CreateAccount.CreateAccount;

namespace Commerce.Organisations.Tests.CreateAccount;

public sealed class CreateAccountTests
{
    private static readonly Input Good = new("k1", "qian", "钱会计", Office.Unit("公路局"), "long enough 10", null);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_account_can_sign_in_and_do_nothing(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);

        var outcome = await office.As("admin", s => Create(s, Good));

        Assert.Null(outcome.Error);
        var user = await office.As("admin", s => s.GetRequiredService<PasswordCheck>().Check(new Credentials("QIAN", "long enough 10"), "192.0.2.1", default));
        Assert.Equal(outcome.Id, user!.Id);
        var actor = await office.ActorOf("qian");
        Assert.True(actor.SignedIn);
        Assert.Empty(actor.Capabilities);
        Assert.Equal([Office.Unit("公路局")], actor.UnitIds);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_taken_user_name_is_refused_in_any_case(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);

        var outcome = await office.As("admin", s => Create(s, Good with { UserName = "BUYER" }));

        Assert.Equal(OrganisationsErrors.UserNameTaken("BUYER").English, outcome.Error!.English);
        await using var db = office.Db();
        Assert.Equal(12, await db.Users.CountAsync());
    }

    [Fact]
    public async Task Wrong_input_is_refused()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        Assert.Equal(OrganisationsErrors.Password.English, await Refusal(Good with { IdempotencyKey = "a", Password = "123456789" }));
        Assert.Equal(OrganisationsErrors.UserName.English, await Refusal(Good with { IdempotencyKey = "b", UserName = "钱 会计" }));
        Assert.Equal(OrganisationsErrors.DisplayName.English, await Refusal(Good with { IdempotencyKey = "c", Name = " " }));
        Assert.Equal(OrganisationsErrors.Language.English, await Refusal(Good with { IdempotencyKey = "d", Language = "fr" }));
        Assert.Equal(PlatformErrors.NotFound.English, await Refusal(Good with { IdempotencyKey = "e", HomeUnitId = Guid.NewGuid() }));

        async Task<string?> Refusal(Input input) => (await office.As("admin", s => Create(s, input))).Error?.English;
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Neither_the_request_as_kept_nor_the_audit_trail_holds_the_password_or_what_is_made_of_it(DatabaseProvider provider)
    {
        await using var office = await Office.WithSamples(provider);

        var audit = await office.As("admin", async s =>
        {
            await Create(s, Good);
            return s.GetRequiredService<Data.OrganisationsDbContext>().ChangeTracker.Entries()
                .Single(e => e.Metadata.ClrType.Name == "AuditEntry").Property("Changes").CurrentValue!.ToString()!;
        });

        await using var db = office.Db();
        var user = await db.Users.SingleAsync(u => u.UserName == "qian");
        Assert.DoesNotContain("long enough", JsonSerializer.Serialize(Good, GraphJson.Options), StringComparison.Ordinal);
        Assert.Contains("钱会计", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(user.PasswordHash!, audit, StringComparison.Ordinal);
        Assert.DoesNotContain(user.SecurityStamp!, audit, StringComparison.Ordinal);
    }

    [Fact]
    public void The_password_is_read_from_the_request()
    {
        var json = $$"""{"idempotencyKey":"k","userName":"q","name":"钱","homeUnitId":"{{NodeId.Encode("ou", Guid.NewGuid())}}","password":"long enough 10"}""";

        Assert.Equal("long enough 10", JsonSerializer.Deserialize<Input>(json, GraphJson.Options)!.Password);
    }

    [Fact]
    public async Task Only_those_who_manage_the_unit_create_its_accounts()
    {
        await using var office = await Office.WithSamples(DatabaseProvider.Sqlite);

        Assert.Equal(ErrorCode.NotFound, (await office.As("officer", s => Create(s, Good))).Error!.Code);
    }

    private static Task<Outcome> Create(IServiceProvider services, Input input) => services.GetRequiredService<Handler>().Handle(input, default);
}
