using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>What was asked and answered, one JSON object a line, on disk before the next question.</summary>
internal sealed class History(string file) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly StreamWriter writer = new(file) { AutoFlush = true };
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<Operation> operations = [];
    private long sequence;

    /// <summary>Since the beginning.</summary>
    public TimeSpan Now => clock.Elapsed;

    public int Unknown { get; private set; }

    public int Faults { get; private set; }

    /// <summary>Requests that had begun and were cut off.</summary>
    public int Cut { get; private set; }

    public IReadOnlyList<Operation> Operations
    {
        get
        {
            lock (writer)
            {
                return [.. operations];
            }
        }
    }

    /// <summary>How many questions of a kind were answered with a result.</summary>
    public int Done(string field)
    {
        lock (writer)
        {
            return operations.Count(o => o.Question.Field == field && o.Id is not null);
        }
    }

    /// <summary>Waits until so many are.</summary>
    public Task Until(string field, int count) => Until(field, () => Done(field), count);

    public void Note(string what, object detail) => Write(new { what, detail });

    /// <summary>Sent and neither answered nor lost.</summary>
    public int UnderWay { get; private set; }

    public void Invoked(Question q, int attempt)
    {
        lock (writer)
        {
            UnderWay++;
        }

        Write(new { what = "invoke", q.Key, q.Role, q.Field, q.Input, attempt });
    }

    public void Lost(Question q, string reason, bool fault, bool cut)
    {
        lock (writer)
        {
            UnderWay--;
            Unknown++;
            Faults += fault ? 1 : 0;
            Cut += cut ? 1 : 0;
        }

        Write(new { what = "info", q.Key, reason });
    }

    /// <summary>Waits until so many more questions are answered.</summary>
    public Task More(int answers)
    {
        var from = Operations.Count;
        return Until($"more than {from}", () => Operations.Count - from, answers);
    }

    /// <summary>The time within which 99 of 100 questions of a kind were answered that were answered then, in ms.</summary>
    public long P99(string field, TimeSpan from, TimeSpan to)
    {
        var took = Operations.Where(o => o.Question.Field == field && o.At >= from && o.At <= to).Select(o => (long)o.Took.TotalMilliseconds).Order().ToList();
        return took.Count == 0 ? 0 : took[(took.Count - 1) * 99 / 100];
    }

    public void Answered(Question q, string? id, string? error, bool replayed, TimeSpan took)
    {
        lock (writer)
        {
            UnderWay--;
            operations.Add(new(q, id, error, Now, took));
        }

        Write(new { what = error is null ? "ok" : "fail", q.Key, id, error, replayed });
    }

    public void Dispose() => writer.Dispose();

    private static async Task Until(string what, Func<int> done, int count)
    {
        var waited = Stopwatch.StartNew();
        while (done() < count)
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(120))
            {
                throw new SuiteFailedException($"only {done()} of {count} {what} were answered in two minutes");
            }

            await Task.Delay(20);
        }
    }

    private void Write(object entry)
    {
        lock (writer)
        {
            writer.WriteLine(JsonSerializer.Serialize(new { at = clock.ElapsedMilliseconds, seq = ++sequence, entry }, Json));
        }
    }
}

/// <summary>A mutation as a client sends it, again and again under the same key until there is an answer.</summary>
/// <param name="Role">Demo account.</param>
/// <param name="Field">The mutation.</param>
/// <param name="Key">Idempotency key.</param>
/// <param name="Input">Whole input.</param>
/// <param name="Result">Payload field with the result's id.</param>
/// <param name="Selection">What is asked of the result.</param>
internal sealed record Question(string Role, string Field, string Key, object Input, string Result, string Selection);

/// <summary>A question with its definite answer.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Id">What it made or changed.</param>
/// <param name="Error">Why it was refused.</param>
/// <param name="At">When it was answered, since the beginning.</param>
/// <param name="Took">From the first time it was asked.</param>
internal sealed record Operation(Question Question, string? Id, string? Error, TimeSpan At, TimeSpan Took);

/// <summary>Asks as a careful client does: the same key after every time-out, reset and server error.</summary>
internal sealed class Caller(IReadOnlyDictionary<string, GraphClient> people, History history, Gate? gate = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    public async Task<Payload> Do(Question q)
    {
        var waited = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            await (gate?.Pass() ?? Task.CompletedTask);
            history.Invoked(q, attempt);
            try
            {
                var answer = await people[q.Role].Mutate(q.Field, q.Input, $"{q.Result} {{ {q.Selection} }}");
                history.Answered(q, IdOf(answer, q.Result), answer.ErrorCode, answer.Replayed, waited.Elapsed);
                return answer;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or GraphRefusedException)
            {
                // Too much for this machine at this moment is no fault: the question comes again.
                var fault = e is GraphRefusedException { Code: not "TIMEOUT" } or HttpRequestException { StatusCode: not null };
                history.Lost(q, e.Message, fault, e is IOException or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse } or HttpRequestException { InnerException: IOException });
                if (waited.Elapsed > Patience)
                {
                    throw new SuiteFailedException($"{q.Field} {q.Key} got no answer in {Patience.TotalSeconds:0} s; last: {e.Message}");
                }

                await Task.Delay(Math.Min(1000, 40 << Math.Min(attempt, 5)));
            }
        }
    }

    public static string? IdOf(Payload answer, string result) =>
        answer[result] is { ValueKind: JsonValueKind.Object } made ? made.Id() : null;
}
