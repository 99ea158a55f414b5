using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;
using Xunit.Abstractions;

namespace Commerce.SqlServer.Tests;

/// <summary>What can be known about SQL Server without one.</summary>
public sealed class ServerlessChecks(EverythingPlayed played, ITestOutputHelper output) : IClassFixture<EverythingPlayed>
{
    public static TheoryData<string> Modules => [.. SqlServerModel.Contexts.Select(c => c.Module)];

    [Theory, MemberData(nameof(Modules))]
    public void The_migration_script_is_SQL_Servers_language(string module)
    {
        var script = SqlServerModel.MigrationScript(SqlServerModel.Contexts.Single(c => c.Module == module).Context, module, MigrationsSqlGenerationOptions.Idempotent);

        Assert.Empty(SqlServerModel.Parse(script).Errors);
        Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_script_is_seen() => Assert.NotEmpty(SqlServerModel.Parse("CREATE TABLE [a] ([id] int NOT NULL").Errors);

    [Fact]
    public void Every_name_in_the_tables_leads_somewhere()
    {
        using var model = SqlServerModel.Migrated();

        Assert.Empty(model.Messages());
        Assert.All(SqlServerModel.Contexts, c => Assert.Contains(model.Tables, t => t.StartsWith(c.Module + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_statement_of_the_program_parses_and_every_name_in_it_leads_somewhere()
    {
        using var model = SqlServerModel.Migrated();
        var statements = Shadow.Statements.Values.ToList();
        output.WriteLine($"{statements.Count} statements, {model.Tables.Count} tables");

        var faults = model.Faults(statements);

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Take(5)));
        foreach (var verb in new[] { "SELECT", "INSERT INTO", "UPDATE", "DELETE" })
        {
            var heard = statements.Count(s => s.Sql.Contains(verb + " ", StringComparison.Ordinal));
            output.WriteLine($"{verb}: {heard}");
            Assert.True(heard > 0, $"no {verb} was heard");
        }

        Assert.True(statements.Count > 150, $"only {statements.Count} statements were heard");
    }

    [Fact]
    public void SQL_Servers_query_compiler_takes_every_query() =>
        Assert.True(Shadow.Refused.IsEmpty, $"{Shadow.Refused.Count} refused:\n{string.Join("\n\n", Shadow.Refused.Take(3))}");

    [Fact]
    public void The_order_went_its_whole_way_and_every_query_was_asked()
    {
        Assert.True(played.Wrong == 0, played.Story);
        Assert.Empty(played.Queries.Except(played.Asked));
        foreach (var (name, ends) in played.Sent)
        {
            output.WriteLine($"{name}: {string.Join(", ", ends)}");
        }

        Assert.True(played.Mutations.All(played.Sent.ContainsKey), string.Join("\n", played.Mutations.Except(played.Sent.Keys).SelectMany(m => played.Errors.Where(e => e.StartsWith(m + ":", StringComparison.Ordinal)).Prepend(m))));
    }

    [Theory]
    [InlineData("SELECT [o].[no_such_column] FROM [ordering].[orders] AS [o]", "71501")]
    [InlineData("UPDATE [o] SET [o].[no_such_column] = 1 FROM [ordering].[orders] AS [o]", "71501")]
    [InlineData("SELECT 1 FROM [ordering].[no_such_table]", "71502")]
    [InlineData("SELECT dbo.no_such_function(1)", "71502")]
    public void A_name_that_leads_nowhere_is_seen(string sql, string number)
    {
        using var model = SqlServerModel.Migrated();

        var fault = Assert.Single(model.Faults([new(sql, [])]));

        Assert.Contains(number, fault, StringComparison.Ordinal);
    }
}
