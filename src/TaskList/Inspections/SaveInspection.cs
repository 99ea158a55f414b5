using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Inspections;

/// <summary>A supervisor opens an inspection for a measure, or changes it; once it is drawn or reported on, its levels and counties stay.</summary>
internal static class SaveInspection
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("mea")] Guid MeasureId, string Name, string Kind, string Unit, DateOnly From, DateOnly To, IReadOnlyList<InspectionLevel> Levels,
        IReadOnlyList<string> Counties, [property: IdOf("ins")] Guid? InspectionId = null, int? ExpectedVersion = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindMeasure(input.MeasureId, ct) is not { WithdrawnAt: null } measure)
            {
                return InspectionErrors.MeasureOfList;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(measure.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            var known = input.InspectionId is { } id ? await db.Inspections.Include(i => i.Counties).FirstOrDefaultAsync(i => i.Id == id, ct) : null;
            if (input.InspectionId is not null && known is null)
            {
                return PlatformErrors.NotFound;
            }

            string[] counties = [.. input.Counties.Select(c => c.Trim()).Where(c => c.Length > 0)];
            if ((Refused(input, scene) ?? RefusedCounties(counties)) is { } refusal)
            {
                return refusal;
            }

            if (known is null)
            {
                known = new Inspection
                {
                    Id = Guid.CreateVersion7(now),
                    ListId = measure.ListId,
                    TaskId = measure.TaskId,
                    MeasureId = measure.Id,
                    Name = input.Name.Trim(),
                    Kind = input.Kind.Trim(),
                    Unit = input.Unit.Trim(),
                    From = input.From,
                    To = input.To,
                    OfCounties = input.Levels.Contains(InspectionLevel.County),
                    OfCities = input.Levels.Contains(InspectionLevel.City),
                    OfProvince = input.Levels.Contains(InspectionLevel.Province),
                    OpenedById = actor.Id,
                    OpenedByName = actor.Name,
                    OpenedAt = now,
                    Sample = scene.List.Sample,
                };
                known.Over(counties);
                db.Inspections.Add(known);
                return known.Id;
            }

            if (known.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(known.Version);
            }

            if (Moves(input, known, counties) && (known.Seed is not null || await db.InspectionFigures.AnyAsync(f => f.InspectionId == known.Id, ct)))
            {
                return InspectionErrors.BegunAlready;
            }

            (known.Name, known.Kind, known.Unit, known.From, known.To) = (input.Name.Trim(), input.Kind.Trim(), input.Unit.Trim(), input.From, input.To);
            (known.OfCounties, known.OfCities, known.OfProvince) = (
                input.Levels.Contains(InspectionLevel.County), input.Levels.Contains(InspectionLevel.City), input.Levels.Contains(InspectionLevel.Province));
            known.Over(counties);
            db.Entry(known).Property(i => i.Name).IsModified = true; // The version rises with the counties, which are rows of their own.
            return known.Id;
        }, ct);

        private static bool Moves(Input input, Inspection known, string[] counties) =>
            input.MeasureId != known.MeasureId || Enum.GetValues<InspectionLevel>().Any(l => known.Has(l) != input.Levels.Contains(l))
            || !known.Counties.OrderBy(c => c.Position).Select(c => c.Name).SequenceEqual(counties);

        private static Error? Refused(Input input, Scene scene) =>
            input.Name.Trim().Length is < 4 or > Inspection.NameLength ? ProblemErrors.TextLength("name", 4, Inspection.NameLength)
            : input.Kind.Trim().Length is < 2 or > Inspection.KindLength ? ProblemErrors.TextLength("kind", 2, Inspection.KindLength)
            : input.Unit.Trim().Length is < 1 or > Inspection.UnitLength ? ProblemErrors.TextLength("unit", 1, Inspection.UnitLength)
            : input.Levels.Count == 0 ? InspectionErrors.LevelNeeded
            : input.To < input.From ? InspectionErrors.PeriodBackwards
            : input.From.Year != scene.List.Year ? InspectionErrors.PeriodYear(scene.List.Year)
            : null;

        private static Error? RefusedCounties(string[] counties) =>
            counties.Length is 0 or > Inspection.MostCounties ? InspectionErrors.CountiesNeeded
            : counties.Any(c => c.Length is < 2 or > Inspection.CountyLength) ? InspectionErrors.CountyLength
            : counties.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice ? InspectionErrors.CountyTwice(twice)
            : null;
    }
}
