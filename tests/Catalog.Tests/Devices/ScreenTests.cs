using Commerce.Catalog.Data;
using Commerce.Catalog.Devices;
using Commerce.Catalog.Domain;
using Commerce.Catalog.SampleData;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.Devices;

/// <summary>Screens of outlets: registered, paired once, seen, withdrawn.</summary>
public sealed class ScreenTests
{
    private static readonly Guid Counter = SampleOutlets.IdOf("四平服务区专柜（长春方向）");
    private static readonly Actor Operator = World.With(Capability.DeviceManage, SampleOutlets.Operator);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_screen_is_registered_paired_with_its_code_seen_and_withdrawn(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        using var wrong = new WrongCodes();
        var id = (await Register(world)).Id!.Value;
        var code = (await Mine(world)).Single().PairingCode!;

        var (_, token, refusal) = await Pair(world, wrong, $" {code[..4].ToLowerInvariant()}-{code[4..]} ");

        Assert.Null(refusal);
        var known = await Find(world, token!);
        Assert.Equal((id, Counter), (known!.Id, known.OutletId));
        Assert.Equal(Device.HashOf(token!), known.TokenHash);
        Assert.Null((await Mine(world)).Single().PairingCode);
        Assert.Null((await Withdraw(world, id, reason: " 搬走了 ")).Error);
        var gone = (await Mine(world)).Single();
        Assert.Equal((world.Now, "搬走了", "张三", 2), (gone.WithdrawnAt!.Value, gone.WithdrawnBecause, gone.WithdrawnBy, gone.Version));
        Assert.NotNull((await Find(world, token!))!.WithdrawnAt);
    }

    [Fact]
    public async Task A_code_serves_once_for_ten_minutes_and_says_why_it_serves_no_more()
    {
        await using var world = await World.WithSample();
        using var wrong = new WrongCodes();
        await Register(world, "一号");
        await Register(world, "二号");
        await Register(world, "三号");
        var screens = (await Mine(world)).ToDictionary(s => s.Name);

        Assert.Equal(PairingRefusal.Wrong, (await Pair(world, wrong, "AAAAAAAA")).Refusal);
        Assert.Equal(PairingRefusal.Wrong, (await Pair(world, wrong, null)).Refusal);
        Assert.Null((await Pair(world, wrong, screens["一号"].PairingCode)).Refusal);
        Assert.Equal(PairingRefusal.Used, (await Pair(world, wrong, screens["一号"].PairingCode)).Refusal);
        await Withdraw(world, screens["二号"].Id);
        Assert.Equal(PairingRefusal.Withdrawn, (await Pair(world, wrong, screens["二号"].PairingCode)).Refusal);
        world.Clock.Advance(Device.CodeLife - TimeSpan.FromSeconds(1));
        Assert.NotNull((await Mine(world)).Single(s => s.Name == "三号").PairingCode);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await Mine(world)).Single(s => s.Name == "三号").PairingCode);
        Assert.Equal(PairingRefusal.Expired, (await Pair(world, wrong, screens["三号"].PairingCode)).Refusal);
    }

    [Fact]
    public async Task After_ten_wrong_codes_an_address_waits_even_with_the_right_one_and_another_does_not()
    {
        await using var world = await World.WithSample();
        using var wrong = new WrongCodes();
        await Register(world);
        var code = (await Mine(world)).Single().PairingCode;

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(PairingRefusal.Wrong, (await Pair(world, wrong, "AAAAAAA" + i)).Refusal);
        }

        Assert.Equal(PairingRefusal.TooManyTries, (await Pair(world, wrong, code)).Refusal);
        Assert.Null((await Pair(world, wrong, code, "192.0.2.2")).Refusal);
    }

    [Fact]
    public async Task It_is_written_down_at_most_once_a_minute_that_a_screen_was_seen_and_how_old_its_catalogue_is()
    {
        await using var world = await World.WithSample();
        using var wrong = new WrongCodes();
        await Register(world);
        var token = (await Pair(world, wrong, (await Mine(world)).Single().PairingCode)).Token!;

        Assert.False(await See(world, token, null));
        Assert.True(await See(world, token, TimeSpan.FromSeconds(5)));
        world.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(await See(world, token, TimeSpan.Zero));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await See(world, token, TimeSpan.FromHours(3)));
        var screen = (await Mine(world)).Single();
        Assert.Equal((world.Now, world.Now.AddHours(-3)), (screen.LastSeenAt!.Value, screen.CatalogueAt!.Value));
        await Withdraw(world, screen.Id);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await See(world, token, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_name_is_needed_and_is_free_again_once_its_screen_is_withdrawn()
    {
        await using var world = await World.WithSample();

        Assert.Equal(DeviceErrors.NameShape, (await Register(world, "  ")).Error);
        Assert.Equal(DeviceErrors.NameShape, (await Register(world, new string('长', 41))).Error);
        var id = (await Register(world, " 入口立屏 ")).Id!.Value;
        Assert.Equal(["name"], (await Register(world, "入口立屏")).Error!.Path);
        Assert.Null((await Register(world, "入口立屏", outlet: SampleOutlets.IdOf("四平服务区专柜（沈阳方向）"))).Error);
        await Withdraw(world, id);
        Assert.Null((await Register(world, "入口立屏")).Error);
    }

    [Fact]
    public async Task Only_who_runs_an_outlet_registers_and_withdraws_its_screens_and_nobody_else_sees_them()
    {
        await using var world = await World.WithSample();
        var stranger = World.With(Capability.DeviceManage, SampleOrigins.WorkTeam);
        var id = (await Register(world)).Id!.Value;

        Assert.Equal(CatalogErrors.NotYourOutlet, (await Register(world, "别家的", actor: stranger)).Error);
        Assert.Equal(ErrorCode.NotFound, (await Register(world, outlet: Guid.NewGuid())).Error!.Code);
        Assert.Equal(DeviceErrors.NoScreenThere, (await Register(world, outlet: SampleOutlets.IdOf("明东村供货点"), actor: stranger)).Error);
        Assert.Equal(PlatformErrors.NotFound, (await Withdraw(world, id, actor: stranger)).Error);
        Assert.Equal(PlatformErrors.NotFound, (await Withdraw(world, Guid.NewGuid())).Error);
        Assert.Empty(await Mine(world, stranger));
        Assert.Single(await Mine(world));
    }

    [Fact]
    public async Task A_screen_is_withdrawn_once_with_a_reason_by_who_has_seen_it_as_it_is()
    {
        await using var world = await World.WithSample();
        var id = (await Register(world)).Id!.Value;

        Assert.Equal(ErrorCode.VersionStale, (await Withdraw(world, id, version: 7)).Error!.Code);
        Assert.Equal(DeviceErrors.ReasonShape, (await Withdraw(world, id, reason: " ")).Error);
        Assert.Equal(DeviceErrors.ReasonShape, (await Withdraw(world, id, reason: new string('长', 201))).Error);
        Assert.Null((await Withdraw(world, id)).Error);
        Assert.Equal(DeviceErrors.AlreadyWithdrawn, (await Withdraw(world, id, version: 2)).Error);
    }

    [Fact]
    public async Task Neither_the_code_nor_the_token_stands_in_the_audit_trail()
    {
        await using var world = await World.WithSample();
        await Register(world);
        await using var db = world.Open();
        var code = (await db.Devices.SingleAsync()).Code;

        var trail = string.Concat(await db.Database.SqlQuery<string>($"SELECT Changes AS Value FROM audit WHERE Operation = 'RegisterDevice'").ToListAsync());

        Assert.Contains("\"devices\"", trail, StringComparison.Ordinal);
        Assert.DoesNotContain(code, trail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_has_no_signs_that_look_alike()
    {
        var codes = string.Concat(Enumerable.Range(0, 500).Select(_ => Device.NewCode()));

        Assert.Equal(500 * Device.CodeLength, codes.Length);
        Assert.DoesNotContain(codes, c => "0O1ILl2Z5S8B".Contains(c, StringComparison.Ordinal));
    }

    private static async Task<Outcome> Register(World world, string name = "入口立屏", Guid? outlet = null, Actor? actor = null)
    {
        await using var db = world.Open();
        return await new RegisterDevice.Handler(db, Once(world, actor), actor ?? Operator, world.Clock).Handle(new(Guid.NewGuid().ToString(), outlet ?? Counter, name), default);
    }

    private static async Task<Outcome> Withdraw(World world, Guid id, int version = 1, string reason = "停用", Actor? actor = null)
    {
        await using var db = world.Open();
        return await new WithdrawDevice.Handler(db, Once(world, actor), actor ?? Operator, world.Clock).Handle(new(Guid.NewGuid().ToString(), id, version, reason), default);
    }

    private static async Task<IReadOnlyList<DeviceView>> Mine(World world, Actor? actor = null)
    {
        await using var db = world.Open();
        return await new ReadDevices(db, world.Catalogue, actor ?? Operator, world.Clock).All(default);
    }

    private static async Task<(Device? Device, string? Token, PairingRefusal? Refusal)> Pair(World world, WrongCodes wrong, string? code, string address = "192.0.2.1")
    {
        await using var db = world.Open();
        return await new PairScreen(db, wrong, world.Clock).Pair(code, address, default);
    }

    private static async Task<Device?> Find(World world, string token)
    {
        await using var db = world.Open();
        return await new KnownScreens(db, world.Clock).Find(token, default);
    }

    private static async Task<bool> See(World world, string token, TimeSpan? age)
    {
        await using var db = world.Open();
        var screens = new KnownScreens(db, world.Clock);
        return await screens.Seen((await screens.Find(token, default))!, age, default);
    }

    private static Once Once(World world, Actor? actor) => new(actor ?? Operator, world.Clock, new OutboxBell());
}
