using Commerce.Platform.Databases;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Commerce.TaskList.Tests.History;

/// <summary>Who reads what was changed reads words, in both languages, for every table and column of the module.</summary>
public sealed class TrailWordsTests
{
    // Kept from what other modules state, or by the clock: no person's act writes them, so the trail never shows them.
    private static readonly Type[] Learnt =
    [
        typeof(KnownUnit), typeof(KnownGroup), typeof(KnownMember), typeof(KnownPerson), typeof(KnownRule), typeof(KnownPair), typeof(KnownCampaign),
        typeof(OutletStatement), typeof(ShelvedKind), typeof(VillageOffer), typeof(VillagePurchase), typeof(Reminder),
    ];

    [Fact]
    public void Every_table_has_words_in_both_languages() => Assert.Empty(
        from entity in Shown()
        let table = entity.GetTableName()!
        from chinese in new[] { true, false }
        let words = ListTrail.Words.Table(table, chinese)
        where words == table || HasHan(words) != chinese
        select $"{table} ({(chinese ? "Chinese" : "English")})");

    [Fact]
    public void Every_column_has_words_in_both_languages() => Assert.Empty(
        from entity in Shown()
        let table = entity.GetTableName()!
        from column in entity.GetProperties().Select(p => p.Name)
        from chinese in new[] { true, false }
        let words = ListTrail.Words.Column(table, column, chinese)
        where words == column || HasHan(words) != chinese
        select $"{table}.{column} ({(chinese ? "Chinese" : "English")})");

    private static bool HasHan(string words) => words.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static IEnumerable<IEntityType> Shown()
    {
        var builder = new DbContextOptionsBuilder<TaskListDbContext>();
        DatabaseSetup.Use(builder, new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = "Database=none", DataFolder = "." }, "tasks");
        using var db = new TaskListDbContext(builder.Options);
        return [.. db.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == typeof(TaskListDbContext).Assembly && !Learnt.Contains(e.ClrType))];
    }
}
