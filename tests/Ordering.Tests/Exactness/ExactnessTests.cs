using System.Globalization;
using Commerce.Platform.Databases;
using Commerce.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using Xunit.Abstractions;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>Stock, budget, order, statement, invoices, payments and ledger stay equal to books kept beside them, whatever people do in whatever order.
/// A red run prints the shortest story it found and its seed.
/// The stories are the same each time, unless <c>COMMERCE_STORY</c> asks for others: <c>new</c>, or a seed such as <c>123,457</c>.</summary>
public sealed class ExactnessTests(ITestOutputHelper output)
{
    private const int Steps = 500;

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, 20)]
    [InlineData(DatabaseProvider.PostgreSql, 2)]
    public void Whatever_people_do_every_figure_stays_equal_to_the_books(DatabaseProvider provider, int stories)
    {
        Skip.If(provider == DatabaseProvider.PostgreSql && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Providers.PostgresVariable)), $"PostgreSQL: {Providers.PostgresVariable} isn't set; ./test.sh sets it.");
        var tally = new Dictionary<Act, (int Done, int Refused)>();
        var told = Prop.ForAll(Step.Stories(Steps), story => Story.Tell(provider, story, tally));
        var config = Config.QuickThrowOnFailure.WithMaxTest(stories).WithQuietOnSuccess(true);
        var seed = Environment.GetEnvironmentVariable("COMMERCE_STORY") ?? "20261125,1125";
        if (seed.Split(',') is [var first, var second])
        {
            config = config.WithReplay(ulong.Parse(first, CultureInfo.InvariantCulture), ulong.Parse(second, CultureInfo.InvariantCulture));
        }

        told.Check(config);
        output.WriteLine($"{stories} stories of {Steps} steps on {provider}: {string.Join(", ", tally.OrderBy(t => t.Key).Select(t => $"{t.Key} {t.Value.Done} ({t.Value.Refused} refused)"))}.");
        if (stories < 10)
        {
            return;
        }

        Assert.All(Enum.GetValues<Act>().Where(a => a != Act.LetDaysPass), a => Assert.True(tally.GetValueOrDefault(a).Done > 0, $"{a} was never done: the stories have become empty"));
    }
}
