using Commerce.Platform.GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Commerce.Platform.Tests.GraphQL;

public sealed class KeptAnswersTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Ground ground = new();
    private readonly KeptAnswers answers;

    public KeptAnswersTests() => answers = new([ground], clock);

    [Fact]
    public void An_answer_is_given_again_within_the_second_and_not_after_it()
    {
        Keep("a");

        clock.Advance(TimeSpan.FromSeconds(1));
        var within = answers.Find(Asked("a"));
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.NotNull(within);
        Assert.Null(answers.Find(Asked("a")));
    }

    [Fact]
    public void A_clock_that_was_set_back_makes_no_answer_young_again()
    {
        Keep("a");

        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromMinutes(1));

        Assert.Null(answers.Find(Asked("a")));
    }

    [Fact]
    public void Once_the_ground_has_changed_it_is_not_given_again_also_when_it_was_being_made_meanwhile()
    {
        var before = answers.Ground();
        ground.Current = new object();
        answers.Keep(Asked("late"), answers.Make([1], "application/json", before));
        Keep("a");
        var stands = answers.Find(Asked("a"));
        ground.Current = new object();

        Assert.NotNull(stands);
        Assert.Null(answers.Find(Asked("late")));
        Assert.Null(answers.Find(Asked("a")));
    }

    [Fact]
    public void Whatever_differs_in_the_question_makes_another_question()
    {
        Keep("a");

        Assert.NotNull(answers.Find(Asked("a")));
        Assert.Null(answers.Find(Asked("b")));
        Assert.Null(answers.Find(Asked("a", r => r.Headers.AcceptLanguage = "en")));
        Assert.Null(answers.Find(Asked("a", r => r.Headers.Accept = "text/html")));
        Assert.Null(answers.Find(Asked("a", r => r.ContentType = "text/plain")));
        Assert.Null(answers.Find(Asked("a", r => r.QueryString = new("?x=1"))));
        Assert.Null(answers.Find(Asked("a", r => r.Method = "GET")));
    }

    [Fact]
    public void A_flood_of_questions_empties_it_instead_of_filling_the_memory()
    {
        Keep("first");
        for (var i = 0; i < 5000; i++)
        {
            Keep($"{i}");
        }

        Assert.Null(answers.Find(Asked("first")));
        for (var i = 0; i < 40; i++)
        {
            answers.Keep(Asked($"large {i}"), answers.Make(new byte[1024 * 1024], "application/json", answers.Ground()));
        }

        Assert.InRange(Enumerable.Range(0, 40).Count(i => answers.Find(Asked($"large {i}")) is not null), 1, 33);
    }

    [Fact]
    public void A_place_is_taken_only_by_what_is_asked_a_second_time()
    {
        Assert.False(answers.AskedAgain(Asked("a")));
        Assert.True(answers.AskedAgain(Asked("a")));
    }

    private static Question Asked(string body, Action<HttpRequest>? change = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.ContentType = "application/json";
        change?.Invoke(request);
        return new Question(request, System.Text.Encoding.UTF8.GetBytes(body));
    }

    private void Keep(string body) => answers.Keep(Asked(body), answers.Make([1, 2, 3], "application/json", answers.Ground()));

    private sealed class Ground : IKeptGround
    {
        public object Current { get; set; } = new();
    }
}
