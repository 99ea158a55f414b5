using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Inspections;

/// <summary>A unit of the task types what was checked, found and mended in a county at a level, with evidence; the next version takes the place of the last.</summary>
internal static class ReportInspection
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ins")] Guid InspectionId, [property: IdOf("ou")] Guid UnitId, InspectionLevel Level, string County, int ExpectedNumber, DateOnly On, int Checked, int Found,
        int Mended, string Evidence, [property: IdOf("fil")] IReadOnlyList<Guid>? FileIds = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            Guid[] wanted = [.. (input.FileIds ?? []).Distinct()];
            var found = await files.Own(TaskListModule.Evidence, wanted, ct);
            return await once.Run(db, input, async () =>
            {
                if (!actor.Can(Capability.TaskReport, input.UnitId))
                {
                    return actor.Can(Capability.TaskRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
                }

                if (await db.Inspections.AsNoTracking().Include(i => i.Counties).FirstOrDefaultAsync(i => i.Id == input.InspectionId, ct) is not { } inspection)
                {
                    return PlatformErrors.NotFound;
                }

                var now = clock.GetUtcNow();
                var scene = await db.SceneOf(inspection.TaskId, now, ct);
                if (Refused(input, inspection, scene, now.DayInChina()) is { } refusal)
                {
                    return refusal;
                }

                if ((wanted.Length > ProgressReport.MostFiles ? TaskListErrors.TooManyFiles : wanted.Any(w => !found.ContainsKey(w)) ? TaskListErrors.NoSuchFile : null) is { } wrong)
                {
                    return wrong;
                }

                var last = await db.InspectionFigures.Where(f => f.InspectionId == inspection.Id && f.Level == input.Level && f.County == input.County).MaxAsync(f => (int?)f.Number, ct) ?? 0;
                if (last != input.ExpectedNumber)
                {
                    return PlatformErrors.Stale(last);
                }

                var figure = new InspectionFigure
                {
                    Id = Guid.CreateVersion7(now),
                    InspectionId = inspection.Id,
                    Level = input.Level,
                    County = input.County,
                    Number = last + 1,
                    UnitId = input.UnitId,
                    On = input.On,
                    Checked = input.Checked,
                    Found = input.Found,
                    Mended = input.Mended,
                    Evidence = input.Evidence.Trim(),
                    ById = actor.Id,
                    ByName = actor.Name,
                    At = now,
                };
                db.InspectionFigures.Add(figure);
                db.OwnedFiles.AddRange(wanted.Select(f => new OwnedFile { OwnerId = figure.Id, FileId = f, Name = found[f].Name }));
                return inspection.Id;
            }, ct);
        }

        private static Error? Refused(Input input, Inspection inspection, Scene scene, DateOnly today) =>
            scene.Of(input.UnitId) is null ? TaskListErrors.NotResponsible
            : !inspection.Has(input.Level) ? InspectionErrors.NoSuchLevel
            : inspection.CountyNamed(input.County) is not { } county ? InspectionErrors.NoSuchCounty
            : input.Level == InspectionLevel.Province && inspection.Seed is null ? InspectionErrors.NotDrawnYet
            : input.Level == InspectionLevel.Province && county.Drawn is null ? InspectionErrors.NotInSample
            : input.On < inspection.From || input.On > today ? InspectionErrors.DayOutOfPeriod(inspection.From)
            : input.Checked is < 0 or > InspectionFigure.Largest ? InspectionErrors.CountOutOfRange("checked")
            : input.Found is < 0 or > InspectionFigure.Largest ? InspectionErrors.CountOutOfRange("found")
            : input.Mended < 0 ? InspectionErrors.CountOutOfRange("mended")
            : input.Found > 0 && input.Checked == 0 ? InspectionErrors.FoundInNothing
            : input.Mended > input.Found ? InspectionErrors.MoreMendedThanFound
            : input.Evidence.Trim().Length is < 2 or > InspectionFigure.EvidenceLength ? InspectionErrors.EvidenceNeeded
            : null;
    }
}
