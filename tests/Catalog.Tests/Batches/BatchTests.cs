using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.SampleData;
using Commerce.Catalog.Trace;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.Batches;

/// <summary>Batches: put on record, corrected, recalled; and what their page says. Today is 1 August 2026 in China.</summary>
public sealed class BatchTests
{
    private static readonly Guid Rice = SampleId.Of("product", "明东大米");
    private static readonly DateOnly Made = new(2026, 7, 1);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_batch_on_record_has_a_code_that_nobody_guesses_and_is_stated(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        var id = (await Record(world, number: " MD-7 ", quantity: new(300, MeasureUnit.Kg), place: "北甸子")).Id!.Value;
        var other = (await Record(world, number: "MD-8")).Id!.Value;

        var batch = await Seen(world, id);
        Assert.Equal(("MD-7", "北甸子", Quantity.Of(300, MeasureUnit.Kg)), (batch.Number, batch.Place, batch.Quantity!.Value));
        Assert.Matches("^[A-HJ-NP-Z2-9]{10}$", batch.Code);
        Assert.NotEqual(batch.Code, (await Seen(world, other)).Code);
        await using var db = world.Open();
        var fact = (await db.Facts()).OfType<BatchRecorded>().First();
        Assert.Equal((id, 1, Rice, SampleOrigins.WorkTeam, "MD-7", batch.Code, Made, default(DateOnly?)), (fact.BatchId, fact.Version, fact.ProductId, fact.SupplyUnitId, fact.Number, fact.Code, fact.ProducedOn!.Value, fact.WithdrawnOn));
    }

    [Fact]
    public async Task What_cant_be_said_of_a_batch_is_refused_and_nothing_is_kept()
    {
        await using var world = await World.WithSample();
        Assert.Null((await Record(world)).Error);

        Assert.Equal(ErrorCode.NotFound, (await Record(world, product: Guid.NewGuid())).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Record(world, actor: World.With(Capability.CatalogueWrite, Guid.NewGuid()))).Error!.Code);
        Assert.Equal(["variantId"], (await Record(world, variant: Guid.NewGuid())).Error!.Path);
        Assert.Same(BatchErrors.NumberShape, (await Record(world, number: " ")).Error);
        Assert.Same(BatchErrors.NumberShape, (await Record(world, number: new string('1', 41))).Error);
        Assert.Same(BatchErrors.NoDay, (await Record(world, number: "A", noDay: true)).Error);
        Assert.Same(BatchErrors.DayAhead, (await Record(world, number: "A", made: new(2026, 8, 2))).Error);
        Assert.Same(BatchErrors.DayAhead, (await Record(world, number: "A", gathered: new(2026, 8, 2))).Error);
        Assert.Same(BatchErrors.MadeBeforeGathered, (await Record(world, number: "A", gathered: Made.AddDays(1))).Error);
        Assert.Same(BatchErrors.ExpiresBefore, (await Record(world, number: "A", expires: Made.AddDays(-1))).Error);
        Assert.Same(BatchErrors.TextTooLong, (await Record(world, number: "A", place: new string('甸', 101))).Error);
        Assert.Same(BatchErrors.QuantityShape, (await Record(world, number: "A", quantity: new(0, MeasureUnit.Kg))).Error);
        Assert.Same(BatchErrors.QuantityShape, (await Record(world, number: "A", quantity: new(1, MeasureUnit.L))).Error);
        Assert.Same(BatchErrors.NumberTaken, (await Record(world)).Error);

        await using var db = world.Open();
        Assert.Equal(1, await db.Batches.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_correction_keeps_what_was_said_before_with_its_reason_and_a_recall_ends_all(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        var id = (await Record(world, expires: new(2027, 7, 1))).Id!.Value;
        Assert.Null((await Record(world, number: "MD-8")).Error);

        Assert.Same(BatchErrors.ReasonShape, (await Correct(world, id, reason: " ")).Error);
        Assert.Same(BatchErrors.NothingNew, (await Correct(world, id, expires: new(2027, 7, 1))).Error);
        Assert.Same(BatchErrors.NumberTaken, (await Correct(world, id, number: "MD-8")).Error);
        Assert.Same(BatchErrors.ExpiresBefore, (await Correct(world, id, expires: Made.AddDays(-1))).Error);
        Assert.Equal(ErrorCode.VersionStale, (await Correct(world, id, version: 9, expires: new(2027, 6, 1))).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Correct(world, id, expires: new(2027, 6, 1), actor: World.With(Capability.CatalogueWrite, Guid.NewGuid()))).Error!.Code);
        Assert.Null((await Correct(world, id, expires: new(2027, 6, 1))).Error);
        Assert.Same(BatchErrors.RecallReasonShape, (await Withdraw(world, id, "")).Error);
        Assert.Equal(ErrorCode.Forbidden, (await Withdraw(world, id, "霉变", World.With(Capability.CatalogueWrite, Guid.NewGuid()))).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await Withdraw(world, id, "霉变", version: 1)).Error!.Code);
        Assert.Null((await Withdraw(world, id, "霉变")).Error);
        Assert.Equal(ErrorCode.StateNotAllowed, (await Withdraw(world, id, "霉变")).Error!.Code);
        Assert.Equal(ErrorCode.StateNotAllowed, (await Correct(world, id, expires: new(2027, 5, 1))).Error!.Code);

        var batch = await Seen(world, id);
        var correction = Assert.Single(batch.Corrections);
        Assert.Equal((new DateOnly(2027, 7, 1), "抄错了"), (correction.ExpiresOn!.Value, correction.Reason));
        Assert.Equal((new DateOnly(2027, 6, 1), new DateOnly(2026, 8, 1), "霉变"), (batch.ExpiresOn!.Value, batch.WithdrawnOn!.Value, batch.WithdrawnBecause));
        await using var db = world.Open();
        Assert.Equal([1, 2, 3], (await db.Facts()).OfType<BatchRecorded>().Where(f => f.BatchId == id).Select(f => f.Version).Order());
    }

    [Fact]
    public async Task Its_certificates_are_those_that_held_on_the_day_it_was_made()
    {
        await using var world = await World.WithSample();
        await world.Write(async db =>
        {
            var product = await db.Products.Include(p => p.Certificates).SingleAsync(p => p.Id == Rice);
            foreach (var (number, from, to, gone) in new (string, DateOnly?, DateOnly?, DateOnly?)[]
            {
                ("held", Made, Made, null), ("later", Made.AddDays(1), null, null), ("over", null, Made.AddDays(-1), null), ("withdrawn", null, null, Made), ("withdrawn-later", null, null, Made.AddDays(1)),
            })
            {
                db.Add(new Certificate { Id = Guid.NewGuid(), ProductId = Rice, Kind = "检验报告", Number = number, Issuer = "县里", ValidFrom = from, ValidTo = to, WithdrawnOn = gone });
            }

            product.UpdatedAt = world.Now;
        });
        await world.Catalogue.CatchUp(default);

        var batch = await Seen(world, (await Record(world)).Id!.Value);

        Assert.Equal(["held", "withdrawn-later"], batch.Certificates.Where(c => c.Kind == "检验报告").Select(c => c.Number).Order());
        Assert.True(batch.Recognised);
    }

    [Fact]
    public async Task A_code_is_found_in_capitals_or_not_and_its_page_counts_the_days_and_the_places()
    {
        await using var world = await World.WithSample();
        var drink = SampleId.Of("product", "人参饮料");
        var id = (await Record(world, product: drink, expires: new(2026, 8, 3))).Id!.Value;
        var code = (await Seen(world, id)).Code;
        await using var db = world.Open();
        var read = new ReadTrace(db, world.Catalogue, World.Supplier, world.Clock);

        var traced = (await read.ByCode(code.ToLowerInvariant(), default))!;

        Assert.Equal((id, 2), (traced.Batch.Id, traced.DaysLeft));
        Assert.Equal(SampleOutlets.Retail.Order(StringComparer.Ordinal), traced.OnSaleAt);
        Assert.Null(await read.ByCode("AAAAAAAAAA", default));
        Assert.NotNull(await read.ForLabels(id, default));
        Assert.Null(await new ReadTrace(db, world.Catalogue, World.With(Capability.CatalogueWrite, Guid.NewGuid()), world.Clock).ForLabels(id, default));
    }

    [Fact]
    public async Task The_sample_has_batches_once_one_of_them_recalled()
    {
        await using var world = await World.WithSample();
        foreach (var _ in new[] { 1, 2 })
        {
            await using var loading = world.Open();
            await new SampleBatches(loading, world.Clock).Load(default);
        }

        await using var db = world.Open();
        var batches = await db.Batches.ToListAsync();
        Assert.Equal(4, batches.Count);
        Assert.Single(batches, b => b.WithdrawnOn is not null);
        Assert.All(batches, b => Assert.True(b.Sample));
    }

    private static Task<Outcome> Record(
        World world, Guid? product = null, Guid? variant = null, string number = "MD-7", DateOnly? gathered = null, DateOnly? made = null, DateOnly? expires = null,
        QuantityInput? quantity = null, string? place = null, bool noDay = false, Actor? actor = null) => world.Do(
        (db, writes) => new Catalog.RecordBatch.RecordBatch.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(
            new(Guid.NewGuid().ToString(), product ?? Rice, variant, number, gathered, noDay ? null : made ?? Made, expires, quantity, place, null), default), actor);

    private static async Task<Outcome> Correct(World world, Guid id, string number = "MD-7", DateOnly? expires = null, string reason = "抄错了", int? version = null, Actor? actor = null)
    {
        var now = version ?? (await Seen(world, id)).Version;
        return await world.Do(
            (db, writes) => new Catalog.CorrectBatch.CorrectBatch.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(
                new(Guid.NewGuid().ToString(), id, now, number, null, Made, expires, null, null, null, reason), default), actor);
    }

    private static async Task<Outcome> Withdraw(World world, Guid id, string reason, Actor? actor = null, int? version = null)
    {
        var now = version ?? (await Seen(world, id)).Version;
        return await world.Do((db, writes) => new Catalog.WithdrawBatch.WithdrawBatch.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(new(Guid.NewGuid().ToString(), id, now, reason), default), actor);
    }

    private static async Task<BatchView> Seen(World world, Guid id)
    {
        await using var db = world.Open();
        return (await db.Batches.Where(b => b.Id == id).ReadBatches(await world.Catalogue.Current(default), default)).Single();
    }
}
