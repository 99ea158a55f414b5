using Commerce.Platform.Databases;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Platform.Tests;

public sealed class OnceTests
{
    private static readonly Guid Somebody = Guid.NewGuid();

    static OnceTests() => EventNames.Register(typeof(Contracts.EventAttribute).Assembly);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_key_gives_the_same_answer_and_one_effect(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(provider, "notes");

        var first = await Write(database, "k1", "大米");
        var second = await Write(database, "k1", "大米");

        Assert.Equal((first.Id, false), (second.Id, first.Replayed));
        Assert.True(second.Replayed);
        await using var db = database.Open();
        Assert.Equal((1, 1, 1), (await db.Notes.CountAsync(), await db.Outbox.CountAsync(), await db.AuditTrail.CountAsync()));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_trail_keeps_no_number_that_the_database_has_yet_to_give(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(provider, "notes");

        var note = await Write(database, "k1", "大米");

        await using var db = database.Open();
        Assert.Contains(
            $$$"""{"table":"note_lines","key":[null],"change":"added","columns":{"NoteId":"{{{note.Id}}}"}}""", (await db.AuditTrail.SingleAsync()).Changes, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_key_with_another_body_is_refused_and_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(provider, "notes");
        await Write(database, "k1", "大米");

        var other = await Write(database, "k1", "小米");

        Assert.Equal(ErrorCode.KeyReused, other.Error!.Code);
        await using var db = database.Open();
        Assert.Equal("大米", (await db.Notes.SingleAsync()).Text);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_persons_key_is_out_of_sight(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(provider, "notes");
        await Write(database, "k1", "大米");

        await using var db = database.Open();
        var other = await WriteNote.For(db, Guid.NewGuid()).Handle(new("k1", "小米"));

        Assert.Null(other.Error);
        Assert.Equal(2, await db.Notes.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_refusal_undoes_everything_gives_its_number_back_and_is_answered_again(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(provider, "notes");

        var first = await Write(database, "k1", "");
        var again = await Write(database, "k1", "");
        await Write(database, "k2", "大米");

        Assert.Equal((ErrorCode.Invalid, false), (first.Error!.Code, first.Replayed));
        Assert.Equal((ErrorCode.Invalid, true), (again.Error!.Code, again.Replayed));
        Assert.Equal(first.Error.Chinese, again.Error.Chinese);
        await using var db = database.Open();
        Assert.Equal(1, (await db.Notes.SingleAsync()).Serial);
        Assert.Equal(1, await db.Outbox.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Fifty_at_once_with_one_key_have_one_effect(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(provider, "notes");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Write(database, "k1", "大米"))));

        Assert.Single(answers.Select(a => a.Id).Distinct());
        Assert.Equal(1, answers.Count(a => !a.Replayed));
        await using var db = database.Open();
        Assert.Equal(1, await db.Notes.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Numbers_have_no_gaps_under_parallel_writers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(provider, "notes");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => Write(database, $"k{i}", i % 4 == 0 ? "" : "大米"))));

        await using var db = database.Open();
        Assert.Equal(Enumerable.Range(1, 30).Select(i => (long)i), await db.Notes.Select(n => n.Serial).OrderBy(s => s).ToListAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("键")]
    [InlineData("a\u0001")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(DatabaseProvider.Sqlite, "notes");

        Assert.Equal(ErrorCode.Invalid, (await Write(database, key, "大米")).Error!.Code);
        Assert.Equal(ErrorCode.Invalid, (await Write(database, new string('k', 256), "大米")).Error!.Code);
        Assert.Null((await Write(database, new string('k', 255), "大米")).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_who_change_the_same_version_cannot_both_win(DatabaseProvider provider)
    {
        await using var database = await TestDatabase<NotesDbContext>.Create(provider, "notes");
        await Write(database, "k1", "大米");
        await using var one = database.Open();
        await using var other = database.Open();
        (await one.Notes.SingleAsync()).Text = "小米";
        (await other.Notes.SingleAsync()).Text = "玉米";

        await one.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
        await using var db = database.Open();
        var note = await db.Notes.SingleAsync();
        Assert.Equal(("小米", 2, Money.Of(1.25m)), (note.Text, note.Version, note.Worth));
    }

    private static async Task<Idempotency.Outcome> Write(TestDatabase<NotesDbContext> database, string key, string text)
    {
        await using var db = database.Open();
        return await WriteNote.For(db, Somebody).Handle(new(key, text));
    }
}
