using Commerce.Catalog.ReadModel.Search;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel.Search;

/// <summary>What was looked for is remembered, and a flood of words only makes it look again.</summary>
public sealed class FoundBeforeTests
{
    private readonly FoundBefore before = new();
    private int looked;

    [Fact]
    public void The_same_words_are_looked_up_once_and_other_words_again()
    {
        Assert.Same(Find("人参"), Find("人参"));
        Assert.NotSame(Find("人参"), Find("木耳"));
        Assert.Equal(2, looked);
    }

    [Fact]
    public void A_flood_of_words_or_of_hits_is_forgotten_and_still_answered()
    {
        var first = Find("人参");
        for (var i = 0; i < 1000; i++)
        {
            Find($"词{i}");
        }

        Assert.NotSame(first, Find("人参"));

        var broad = Find("广", 999_000);
        Find("大", 2000);
        Assert.NotSame(broad, Find("广", 999_000));
    }

    private TextMatches Find(string text, int hits = 1) => before.Or(SearchQuery.Of(text), _ =>
    {
        looked++;
        return new([.. Enumerable.Range(0, hits).Select(i => new Hit(i, MatchRank.NameIs, MatchWay.Contains))]);
    });
}
