using Commerce.Catalog.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.SuspendProducer;

/// <summary>Suspending a producer; recording, renewing and withdrawing certificates.</summary>
public sealed class StandingTests
{
    private static readonly Guid Producer = SampleId.Of("producer", "明东村股份经济合作社");
    private static readonly Guid Rice = SampleId.Of("product", "明东大米");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_suspension_is_stated_with_its_reason_and_again_when_it_ends(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        var version = (await Seen(world)).Version;

        Assert.Equal(ErrorCode.Invalid, (await Suspend(world, version, " ")).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await Suspend(world, version + 1)).Error!.Code);
        Assert.Equal(ErrorCode.StateNotAllowed, (await Resume(world, version)).Error!.Code);
        Assert.Null((await Suspend(world, version)).Error);
        Assert.Equal((world.Now, "抽检不合格"), ((await Seen(world)).SuspendedFrom, (await Seen(world)).SuspensionReason));
        Assert.Equal(ErrorCode.StateNotAllowed, (await Suspend(world, (await Seen(world)).Version)).Error!.Code);
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await Resume(world, (await Seen(world)).Version)).Error);

        Assert.Null((await Seen(world)).SuspendedFrom);
        await using var db = world.Open();
        var facts = (await db.Facts()).OfType<ProducerSuspended>().ToList();
        Assert.Equal([null, world.Now], facts.Select(f => f.To));
        Assert.All(facts, f => Assert.Equal((facts[0].SuspensionId, Producer, "抽检不合格"), (f.SuspensionId, f.ProducerId, f.Reason)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_certificate_is_recorded_renewed_by_its_number_and_withdrawn_once(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        Assert.Equal(["kind"], (await Record(world, kind: " ")).Error!.Path);
        Assert.Equal(["number"], (await Record(world, number: "")).Error!.Path);
        Assert.Equal(["issuer"], (await Record(world, issuer: " ")).Error!.Path);
        Assert.Equal(["validTo"], (await Record(world, from: new(2026, 2, 1), to: new(2026, 1, 31))).Error!.Path);
        Assert.Equal(ErrorCode.Forbidden, (await Record(world, actor: World.With(Capability.CatalogueWrite, Guid.NewGuid()))).Error!.Code);
        Assert.Null((await Record(world, to: new(2026, 8, 31))).Error);
        Assert.Null((await Record(world, to: new(2027, 8, 31))).Error);

        var paper = Assert.Single((await Goods(world)).Certificates, c => c.Number == "JY-1");
        Assert.Equal(new DateOnly(2027, 8, 31), paper.ValidTo);
        Assert.Equal(["reason"], (await Withdraw(world, paper.Id, new(2026, 8, 1), " ")).Error!.Path);
        // Today is 1 August in China.
        Assert.Equal(["on"], (await Withdraw(world, paper.Id, new(2026, 8, 2))).Error!.Path);
        Assert.Equal(ErrorCode.NotFound, (await Withdraw(world, Guid.NewGuid(), new(2026, 8, 1))).Error!.Code);
        Assert.Null((await Withdraw(world, paper.Id, new(2026, 7, 20))).Error);
        Assert.Equal(ErrorCode.StateNotAllowed, (await Withdraw(world, paper.Id, new(2026, 8, 1))).Error!.Code);
        Assert.Equal(ErrorCode.StateNotAllowed, (await Record(world, to: new(2030, 1, 1))).Error!.Code);

        await using var db = world.Open();
        var facts = (await db.Facts()).OfType<CertificateRecorded>().Where(f => f.CertificateId == paper.Id).ToList();
        Assert.Equal([(new DateOnly(2026, 8, 31), null), (new DateOnly(2027, 8, 31), null), (new DateOnly(2027, 8, 31), new DateOnly(2026, 7, 20))], facts.Select(f => (f.ValidTo!.Value, f.WithdrawnOn)));
        Assert.All(facts, f => Assert.False(f.Recognition));
    }

    [Fact]
    public async Task The_sample_states_its_certificates_and_which_of_them_recognise()
    {
        await using var world = await World.WithSample();
        await using var db = world.Open();

        var facts = (await db.Facts()).OfType<CertificateRecorded>().ToList();

        Assert.Equal(facts.Count, facts.Select(f => f.CertificateId).Distinct().Count());
        Assert.Contains(facts, f => f.Recognition && f.ProductId == Rice);
        Assert.All(facts, f => Assert.Equal(f.Kind == Certificate.Recognition, f.Recognition));
    }

    private static async Task<Catalog.ReadModel.ProducerView> Seen(World world) => (await world.Catalogue.Current(default)).Surroundings.Producers[Producer];

    private static async Task<Catalog.ReadModel.ProductView> Goods(World world) => (await world.Catalogue.Current(default)).ProductsById[Rice];

    private static Task<Outcome> Suspend(World world, int version, string reason = "抽检不合格") => world.Do(
        (db, writes) => new Catalog.SuspendProducer.SuspendProducer.Handler(db, writes, world.Clock).Handle(new(Key(), Producer, version, reason), default));

    private static Task<Outcome> Resume(World world, int version) => world.Do(
        (db, writes) => new Catalog.ResumeProducer.ResumeProducer.Handler(db, writes, world.Clock).Handle(new(Key(), Producer, version), default));

    private static async Task<Outcome> Record(
        World world, string kind = "检疫证", string number = "JY-1", string issuer = "龙井市动物卫生监督所", DateOnly? from = null, DateOnly? to = null, Actor? actor = null)
    {
        var version = (await Goods(world)).Version;
        return await world.Do(
            (db, writes) => new Catalog.RecordCertificate.RecordCertificate.Handler(db, writes, null!, actor ?? World.Supplier, world.Clock).Handle(new(Key(), Rice, version, kind, number, issuer, from, to), default), actor);
    }

    private static async Task<Outcome> Withdraw(World world, Guid paper, DateOnly on, string reason = "县里撤销")
    {
        var version = (await Goods(world)).Version;
        return await world.Do((db, writes) => new Catalog.WithdrawCertificate.WithdrawCertificate.Handler(db, writes, world.Clock).Handle(new(Key(), Rice, version, paper, on, reason), default));
    }

    private static string Key() => Guid.NewGuid().ToString();
}
