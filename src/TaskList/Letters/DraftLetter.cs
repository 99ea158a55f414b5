using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Letters;

/// <summary>A supervisor drafts a letter to a unit about one matter (督办函). Its colour comes from the light of that day; a graver one needs a reason.</summary>
internal static class DraftLetter
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid ToUnitId, string Demand, DateOnly ReplyDueOn, [property: IdOf("mea")] Guid? MeasureId = null,
        [property: IdOf("mst")] Guid? MilestoneId = null, LetterColour? Colour = null, string? RaisedReason = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TaskListOptions options, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var found = await db.MatterOf(input.MeasureId, input.MilestoneId, ct);
            if (found.Failed)
            {
                return found.Error!;
            }

            var (matter, now) = (found.Value, clock.GetUtcNow());
            var scene = await db.SceneOf(matter.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            if (Refused(input, matter, scene, now) is { } refusal)
            {
                return refusal;
            }

            if (await db.NobodyThere(scene.Units.ById(input.ToUnitId)!, ct))
            {
                return LetterErrors.NobodyThere(scene.Units.NameOf(input.ToUnitId));
            }

            var key = SupervisionLetter.OpenKey(matter.SubjectId, input.ToUnitId);
            if (await db.Letters.AsNoTracking().FirstOrDefaultAsync(l => l.MatterKey == key, ct) is { } open)
            {
                return LetterErrors.OpenAlready(open.Number ?? "（拟稿）");
            }

            var light = matter.Light(new Standing((await db.Rows(scene.List.Id, scene.Units, ct))!, now.DayInChina(), options.Lights));
            var derived = LetterWords.Of(light);
            var colour = LetterRules.Colour(derived, input.Colour, input.RaisedReason);
            if (colour.Failed)
            {
                return colour.Error!;
            }

            var letter = Draft(new(scene, matter, input.ToUnitId, light), colour.Value, input.RaisedReason, input.Demand, input.ReplyDueOn, null, key, actor, now);
            db.Letters.Add(letter);
            return letter.Id;
        }, ct);

        private static Error? Refused(Input input, Matter matter, Scene scene, DateTimeOffset now) =>
            matter.Withdrawn ? TaskListErrors.WithdrawnSubject
            : matter.Done ? LetterErrors.MatterDone
            : scene.Of(input.ToUnitId) is not { Role: not TaskRole.Cooperate } ? TaskListErrors.NotResponsible.At("toUnitId")
            : LetterRules.Check(input.Demand, input.ReplyDueOn, now.DayInChina());
    }

    /// <summary>What a letter is written on.</summary>
    internal sealed record Ground(Scene Scene, Matter Matter, Guid UnitId, Light Light);

    /// <summary>A letter as it is drafted.</summary>
    internal static SupervisionLetter Draft(
        Ground ground, LetterColour colour, string? raisedReason, string demand, DateOnly replyDueOn, Guid? escalates, string? matterKey, Actor actor, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var derived = LetterWords.Of(ground.Light);
        var addressee = ground.Scene.Units.NameOf(ground.UnitId);
        var (chinese, english) = ground.Light.To(addressee);
        return new()
        {
            Id = id,
            ListId = ground.Scene.List.Id,
            TaskId = ground.Matter.TaskId,
            MeasureId = ground.Matter.MeasureId,
            MilestoneId = ground.Matter.Milestone?.Id,
            UnitId = ground.UnitId,
            Addressee = addressee,
            Office = ground.Scene.Units.Root is { } root ? ground.Scene.Units.NameOf(root) : "",
            Subject = ground.Matter.Words(ground.Scene.Task),
            Derived = derived,
            LightChinese = chinese,
            LightEnglish = english,
            Colour = colour,
            RaisedReason = colour == derived && escalates is null ? null : raisedReason?.Trim(),
            Demand = demand.Trim(),
            ReplyDueOn = replyDueOn,
            DraftedOn = now.DayInChina(),
            DraftedById = actor.Id,
            DraftedByName = actor.Name,
            DraftedAt = now,
            NumberKey = SupervisionLetter.Alone(id),
            MatterKey = matterKey ?? SupervisionLetter.Alone(id),
            Escalates = escalates,
        };
    }
}
