using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests.People;

/// <summary>What a module keeps of people is found by the names of its columns; a new table that keeps people differently is seen here.</summary>
[Collection(OneHost.Name)]
public sealed class EveryPersonTable(RunningHost host)
{
    /// <summary>Columns whose names end in By and that hold no person: how a price is counted, whom goods are sold by, a host of ours.</summary>
    private static readonly string[] NoPerson = ["PricedBy", "SoldBy", "LeasedBy", "HeldBy", "EndorsedBy"];

    [Fact]
    public async Task Each_column_that_says_by_whom_is_known_as_a_persons()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var unknown = new List<string>();
        foreach (var (module, db) in Databases(scope.ServiceProvider))
        {
            var known = PersonColumns.Of(db.Model).SelectMany(c => new[] { c.Id, c.Name }).ToHashSet();
            unknown.AddRange(db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
                .Where(p => Says(p.Name) && !known.Contains(p)).Select(p => $"{module}.{p.DeclaringType.ContainingEntityType.GetTableName()}.{p.Name}"));
        }

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Each_table_with_people_has_a_name_that_people_understand()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var parts = scope.ServiceProvider.GetServices<IPersonPart>().ToDictionary(p => p.Module);

        Assert.Empty(Databases(scope.ServiceProvider).SelectMany(d => PersonRows.Tables(d.Db.Model)
            .Where(t => !parts[d.Module].Tables.ContainsKey(t.GetTableName()!)).Select(t => $"{d.Module}.{t.GetTableName()}")));
    }

    private static bool Says(string column) => !NoPerson.Contains(column)
        && (column.EndsWith("By", StringComparison.Ordinal) || column.EndsWith("ByName", StringComparison.Ordinal) || column.EndsWith("ById", StringComparison.Ordinal) || column.EndsWith("SignerId", StringComparison.Ordinal));

    private static IEnumerable<(string Module, ModuleDbContext Db)> Databases(IServiceProvider services) =>
        services.GetRequiredService<IReadOnlyList<DatabaseEntry>>().Select(d => (d.Module, (ModuleDbContext)services.GetRequiredService(d.Context)));
}
