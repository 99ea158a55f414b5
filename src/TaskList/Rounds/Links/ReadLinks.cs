using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds.Links;

/// <summary>Finds links: by the token that somebody came with, and for supervisors those of their rounds.</summary>
internal sealed class ReadLinks(TaskListDbContext db, LinkTokens tokens, FreshLinks fresh, ReadRounds rounds, TimeProvider clock)
{
    /// <summary>The link of a token, with its body's name, as long as it holds; null for one that ran out, was withdrawn or never was ours: the three look the same.</summary>
    public async Task<(RoundLink Link, string Name)?> Find(string token, CancellationToken ct)
    {
        if (tokens.Read(token) is not { } id || await db.RoundLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, ct) is not { } link
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(link.TokenHash), Encoding.ASCII.GetBytes(LinkTokens.HashOf(token))) || !link.Holds(clock.GetUtcNow().DayInChina()))
        {
            return null;
        }

        var name = await db.Rounds.Where(r => r.Id == link.RoundId && r.State != RoundState.Withdrawn).SelectMany(r => r.Units).Where(u => u.UnitId == link.UnitId).Select(u => u.Name).FirstOrDefaultAsync(ct);
        return name is null ? null : (link, name);
    }

    /// <summary>Links by their ids, of rounds that the person supervises.</summary>
    public async Task<IReadOnlyDictionary<Guid, RoundLinkView>> Links(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var links = await db.RoundLinks.AsNoTracking().Where(l => ids.Contains(l.Id)).ToListAsync(ct);
        var supervised = (await rounds.Rounds([.. links.Select(l => l.RoundId).Distinct()], ct)).Values.Where(r => r.Supervises).Select(r => r.Id).ToHashSet();
        return links.Where(l => supervised.Contains(l.RoundId)).ToDictionary(l => l.Id, View);
    }

    /// <summary>A round's links, the latest first; none for who doesn't supervise it.</summary>
    public async Task<IReadOnlyList<RoundLinkView>> Of(RoundView round, CancellationToken ct) => !round.Supervises ? []
        : [.. (await db.RoundLinks.AsNoTracking().Where(l => l.RoundId == round.Id).ToListAsync(ct)).OrderByDescending(l => l.IssuedAt).Select(View)];

    /// <summary>Where the body's own figures stood before the round's period, by its own accepted answers: what the list says may be the sum of several units, which aren't its to see.</summary>
    public async Task<IReadOnlyDictionary<Guid, decimal>> Before(Round round, Guid unitId, CancellationToken ct)
    {
        if (round.ProjectId is not null)
        {
            // A project's figures are its one unit's own.
            return round.Metrics.Where(m => m.Baseline is not null).ToDictionary(m => m.MetricId, m => m.Baseline!.Value);
        }

        Guid[] asked = [.. round.Metrics.Select(m => m.MetricId)];
        var earlier = await db.RoundAnswers.AsNoTracking().Where(a => a.UnitId == unitId && a.State == RoundAnswerState.Accepted)
            .Join(db.Rounds, a => a.RoundId, r => r.Id, (a, r) => new { r.To, At = a.ReviewedAt!.Value, a.Figures }).ToListAsync(ct);
        return earlier.Select(e => (e.Figures, e.At, On: RoundQueries.SpeaksOf(e.To, e.At))).Where(e => e.On < round.From).OrderBy(e => e.On).ThenBy(e => e.At)
            .SelectMany(e => e.Figures).Where(f => asked.Contains(f.MetricId))
            .GroupBy(f => f.MetricId).ToDictionary(g => g.Key, g => g.Last().Value);
    }

    /// <summary>Who answers by a link: nobody with an account, and for this one body alone.</summary>
    public static Actor Bearer(RoundLink link, string name, bool chinese) => new(
        link.Id, $"{name}（链接）", [link.UnitId],
        new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.TaskRead] = [link.UnitId], [Capability.TaskReport] = [link.UnitId] }, chinese);

    private RoundLinkView View(RoundLink link) => new(link, fresh.PathOf(link.Id), link.Holds(clock.GetUtcNow().DayInChina()));
}

/// <summary>A link as its supervisor sees it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Path">Where it leads; only in the answer that made it.</param>
/// <param name="Holds">It opens today.</param>
internal sealed record RoundLinkView(RoundLink Link, string? Path, bool Holds) : IHaveId
{
    public Guid Id => Link.Id;

    public Guid RoundId => Link.RoundId;

    public Guid UnitId => Link.UnitId;

    public DateOnly ExpiresOn => Link.ExpiresOn;

    public string IssuedBy => Link.IssuedByName;

    public DateTimeOffset IssuedAt => Link.IssuedAt;

    public DateTimeOffset? WithdrawnAt => Link.WithdrawnAt;

    public int Uses => Link.Uses;

    public DateTimeOffset? LastUsedAt => Link.LastUsedAt;
}
