using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Circulars;

/// <summary>A supervisor writes a draft's words and says who is praised and who is criticised, and why. Ranking and targets stay as the data has them.</summary>
internal static class EditCircular
{
    public sealed record Mention([property: IdOf("ou")] Guid UnitId, string Reason);

    public sealed record Input(
        string IdempotencyKey, [property: IdOf("cir")] Guid CircularId, int ExpectedVersion, string Title, string Opening, string Demands,
        IReadOnlyList<Mention> Praise, IReadOnlyList<Mention> Criticism) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var found = await db.CircularDraft(actor, input.CircularId, input.ExpectedVersion, ct);
            if (found.Failed)
            {
                return found.Error!;
            }

            var circular = found.Value;
            var content = BuildCircular.Read(circular.Content);
            if (Refused(input, content) is { } refusal)
            {
                return refusal;
            }

            (circular.Title, circular.Opening, circular.Demands) = (input.Title.Trim(), input.Opening.Trim(), input.Demands.Trim());
            circular.Content = BuildCircular.Write(content with { Praise = Named(input.Praise, content), Criticism = Named(input.Criticism, content) });
            return circular.Id;
        }, ct);

        private static Error? Refused(Input input, CircularContent content)
        {
            var known = content.Units.Select(u => u.UnitId).ToHashSet();
            var twice = input.Praise.Concat(input.Criticism).GroupBy(m => m.UnitId).FirstOrDefault(g => g.Count() > 1)?.Key;
            return input.Title.Trim().Length is < 4 or > Circular.TitleLength ? CircularErrors.TitleLength
                : input.Opening.Trim().Length is < 4 or > Circular.TextLength ? CircularErrors.TextLength("opening")
                : input.Demands.Trim().Length is < 4 or > Circular.TextLength ? CircularErrors.TextLength("demands")
                : input.Praise.Any(m => !known.Contains(m.UnitId)) ? CircularErrors.NotInTheRanking("praise")
                : input.Criticism.Any(m => !known.Contains(m.UnitId)) ? CircularErrors.NotInTheRanking("criticism")
                : twice is { } unit ? CircularErrors.BothLists(content.Units.First(u => u.UnitId == unit).Unit)
                : input.Praise.Any(NoReason) ? CircularErrors.MentionReason("praise")
                : input.Criticism.Any(NoReason) ? CircularErrors.MentionReason("criticism")
                : null;
        }

        private static bool NoReason(Mention mention) => mention.Reason.Trim().Length is < 4 or > 1000;

        private static IReadOnlyList<CircularMention> Named(IEnumerable<Mention> mentions, CircularContent content) =>
            [.. mentions.Select(m => new CircularMention(m.UnitId, content.Units.First(u => u.UnitId == m.UnitId).Unit, m.Reason.Trim()))];
    }
}
