using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds.Links;

/// <summary>A supervisor makes a link for one body outside the department and one round. An earlier one for the same is withdrawn: of two people with a link only the latest answers.</summary>
internal static class IssueRoundLink
{
    /// <summary>What a link begins with; its key follows.</summary>
    public const string Address = "/rounds/answer?key=";

    public sealed record Input(string IdempotencyKey, [property: IdOf("rnd")] Guid RoundId, [property: IdOf("ou")] Guid UnitId, DateOnly ExpiresOn) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, LinkTokens tokens, FreshLinks fresh, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindRound(input.RoundId, ct) is not { } round)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(round.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return round.Units.Exists(u => actor.Can(Capability.TaskRead, u.UnitId)) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            if (round.State != RoundState.Open)
            {
                return RoundErrors.NotOpen;
            }

            var today = now.DayInChina();
            var owing = round.Units.Find(u => u.UnitId == input.UnitId);
            if (owing is { Outside: false })
            {
                return RoundErrors.HasAccounts;
            }

            if (owing is null && round.ProjectId is not null)
            {
                return RoundErrors.NotOutside.At("unitId");
            }

            if (owing is null && await Join(round, input.UnitId, scene, today, ct) is { } refusal)
            {
                return refusal;
            }

            if (input.ExpiresOn < today || input.ExpiresOn > today.AddDays(RoundLink.MostDays))
            {
                return RoundErrors.LinkExpiry;
            }

            foreach (var earlier in await db.RoundLinks.Where(l => l.RoundId == round.Id && l.UnitId == input.UnitId && l.WithdrawnAt == null).ToListAsync(ct))
            {
                earlier.Withdraw(actor.Id, actor.Name, now);
            }

            var id = Guid.CreateVersion7(now);
            var token = tokens.New(id);
            db.RoundLinks.Add(new RoundLink
            {
                Id = id,
                RoundId = round.Id,
                UnitId = input.UnitId,
                ExpiresOn = input.ExpiresOn,
                TokenHash = LinkTokens.HashOf(token),
                IssuedById = actor.Id,
                IssuedByName = actor.Name,
                IssuedAt = now,
            });
            db.Acts.Add(scene.Act(TaskAction.RoundLinkIssued, null, actor.Id, actor.Name, now, input.ExpiresOn, $"{round.Title}（{scene.Units.NameOf(input.UnitId)}）"));
            db.AfterCommit(() => fresh.Keep(id, token));
            return id;
        }, ct);

        /// <summary>Where the link leads that was just made; nobody is told again.</summary>
        public string? PathOf(Guid linkId) => fresh.PathOf(linkId);

        // A body that the task means, though it wasn't chosen when the round was opened, owes an answer from now on.
        private async Task<Error?> Join(Round round, Guid unitId, Scene scene, DateOnly today, CancellationToken ct)
        {
            var named = await db.Responsibilities.AsNoTracking().Include(r => r.Named).Where(r => r.TaskId == round.TaskId).ToListAsync(ct);
            if (scene.Units.OutsideOf(named, today).FirstOrDefault(u => u.Id == unitId) is not { } body)
            {
                return RoundErrors.NotOutside.At("unitId");
            }

            round.Units.Add(new RoundUnit { RoundId = round.Id, UnitId = body.Id, Position = round.Units.Count, Name = body.Name, Outside = true });
            db.Entry(round).Property(r => r.State).IsModified = true; // The version rises with the units, which are rows of their own.
            return null;
        }
    }
}

/// <summary>Tokens made while this request is answered: they are shown once, where they were asked for, and kept nowhere.</summary>
internal sealed class FreshLinks
{
    private readonly Dictionary<Guid, string> made = [];

    public void Keep(Guid linkId, string token) => made[linkId] = token;

    public string? PathOf(Guid linkId) => made.TryGetValue(linkId, out var token) ? IssueRoundLink.Address + token : null;
}
