using System.Collections.Concurrent;

namespace Commerce.Platform.GraphQL;

/// <summary>What kept answers hang on besides the question: the same object as long as nothing has changed. Registered by the module whose fields are kept.</summary>
public interface IKeptGround
{
    /// <summary>Another object after each change.</summary>
    object Current { get; }
}

/// <summary>
/// Answers to questions of people who aren't signed in, as bytes: the same question within a second, with nothing changed, gets the same answer
/// without being read. Only what was answered wholly, from fields marked @kept, and asked for a second time comes here.
/// </summary>
/// <remarks>A second, since prices begin by the clock and stock isn't part of the ground (decision 13). Bounded: a flood of distinct questions only empties it.</remarks>
internal sealed class KeptAnswers(IEnumerable<IKeptGround> grounds, TimeProvider clock)
{
    private const int MostAnswers = 4096;
    private const long MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly IKeptGround[] grounds = [.. grounds];
    private readonly ConcurrentDictionary<Question, KeptAnswer> answers = [];

    // Who asks once doesn't take a place: a hash seen here before is asked again.
    private readonly int[] asked = new int[4096];
    private long bytes;

    /// <summary>What answers hang on now; to be taken before the answer is made.</summary>
    public object[] Ground() => Array.ConvertAll(grounds, g => g.Current);

    public KeptAnswer? Find(Question question)
    {
        if (!answers.TryGetValue(question, out var answer))
        {
            return null;
        }

        // By both clocks: the one that prices begin by may stand still or jump, in a test or after its hand was set.
        var age = clock.GetUtcNow() - answer.MadeAt;
        return age >= TimeSpan.Zero && age <= Age && TimeProvider.System.GetElapsedTime(answer.MadeTick) <= Age && answer.StandsOn(grounds) ? answer : null;
    }

    /// <summary>True when somebody has asked it before.</summary>
    public bool AskedAgain(Question question)
    {
        var hash = question.GetHashCode() | 1;
        ref var place = ref asked[(uint)hash % (uint)asked.Length];
        var again = place == hash;
        place = hash;
        return again;
    }

    /// <summary>Makes an answer of these bytes; it counts from now.</summary>
    public KeptAnswer Make(byte[] body, string contentType, object[] ground) => new(body, contentType, ground, clock.GetUtcNow(), TimeProvider.System.GetTimestamp());

    public void Keep(Question question, KeptAnswer answer)
    {
        if (answers.Count >= MostAnswers || Interlocked.Read(ref bytes) > MostBytes)
        {
            answers.Clear();
            Interlocked.Exchange(ref bytes, 0);
        }

        var before = answers.TryGetValue(question, out var old) ? old.Body.Length : -question.Length;
        answers[old is null ? question.Copied() : question] = answer;
        Interlocked.Add(ref bytes, answer.Body.Length - before);
    }
}
