using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Projects;

/// <summary>A supervisor puts a project under a task, or changes it: name, unit, leader, steps, figures, all as given. What was reported stays.</summary>
internal static class SaveProject
{
    public sealed record Step([property: IdOf("pst")] Guid? StepId, StepKind Kind, string What, DateOnly? DueOn = null, bool Aim = false);

    public sealed record FigureLine([property: IdOf("pfg")] Guid? FigureId, string Label, string Unit, decimal? Target = null);

    /// <param name="ProjectId">Null: a new one.</param>
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prj")] Guid? ProjectId, int? ExpectedVersion, [property: IdOf("tsk")] Guid TaskId, string Name, ProjectKind Kind,
        [property: IdOf("ou")] Guid UnitId, [property: IdOf("usr")] Guid? LeaderId, IReadOnlyList<Step> Steps, IReadOnlyList<FigureLine> Figures) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var now = clock.GetUtcNow();
            if (!await db.Tasks.AnyAsync(t => t.Id == input.TaskId, ct))
            {
                return PlatformErrors.NotFound;
            }

            var scene = await db.SceneOf(input.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            var project = input.ProjectId is { } id ? await db.FindProject(id, ct) : null;
            if (input.ProjectId is not null && (project is null || project.TaskId != input.TaskId))
            {
                return PlatformErrors.NotFound;
            }

            if (project is not null && project.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(project.Version);
            }

            if (await Refused(input, project, scene, ct) is { } refusal)
            {
                return refusal;
            }

            if (project is null)
            {
                project = new Project { Id = Guid.CreateVersion7(now), ListId = scene.List.Id, TaskId = scene.Task.Id, Name = "", Kind = input.Kind, UnitId = input.UnitId, Sample = scene.List.Sample };
                db.Projects.Add(project);
            }

            var leader = input.LeaderId is { } chosen ? await db.People.AsNoTracking().SingleAsync(p => p.Id == chosen, ct) : null;
            (project.Name, project.Kind, project.UnitId, project.LeaderId, project.LeaderName) = (input.Name.Trim(), input.Kind, input.UnitId, leader?.Id, leader?.Name);
            var moved = TakeSteps(project, input.Steps, now);
            TakeFigures(project, input.Figures, now);

            // Steps and figures are part of their project: whoever changes it meanwhile sees that they moved.
            if (input.ProjectId is not null)
            {
                db.Entry(project).State = EntityState.Modified;
            }

            db.Acts.Add(scene.Act(
                TaskAction.ProjectSaved, null, actor.Id, actor.Name, now, null,
                $"{project.Name}（{scene.Units.NameOf(project.UnitId)}{(leader is null ? "" : $"，包保领导{leader.Name}")}）{(moved.Count == 0 ? "" : "。" + string.Join('；', moved))}"));
            return project.Id;
        }, ct);

        private async Task<Error?> Refused(Input input, Project? project, Scene scene, CancellationToken ct)
        {
            var name = input.Name.Trim();
            if (scene.Task.WithdrawnAt is not null)
            {
                return TaskListErrors.WithdrawnSubject;
            }

            if (project?.WithdrawnAt is not null)
            {
                return ProjectErrors.Withdrawn;
            }

            if (name.Length is < 2 or > Project.NameLength)
            {
                return ProjectErrors.Name;
            }

            if (await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.TaskId == input.TaskId && p.Name == name && p.Id != input.ProjectId, ct) is { } same)
            {
                return same.WithdrawnAt is null ? ProjectErrors.NameTaken : ProjectErrors.NameOfWithdrawn(same.Name);
            }

            if (scene.Of(input.UnitId) is null)
            {
                return TaskListErrors.NotResponsible;
            }

            // Who was chosen before stays, even when the account is closed by now.
            if (input.LeaderId is { } leader && leader != project?.LeaderId && !await db.People.AnyAsync(p => p.Id == leader && !p.Disabled, ct))
            {
                return ProjectErrors.NoSuchLeader;
            }

            // What a round asks for has to stay what it was.
            var asked = project is null ? [] : await db.Rounds.Where(r => r.ProjectId == project.Id).SelectMany(r => r.Metrics).Select(m => m.MetricId).Distinct().ToListAsync(ct);
            if (project?.Figures.Find(f => asked.Contains(f.Id) && !input.Figures.Any(i => i.FigureId == f.Id && i.Unit.Trim() == f.Unit)) is { } missing)
            {
                return ProjectErrors.FigureAsked(missing.Label);
            }

            return input.Steps.Count > Project.MostParts || input.Figures.Count > Project.MostParts ? ProjectErrors.Parts : OfSteps(input, project, scene.List.Year) ?? OfFigures(input, project);
        }

        private static Error? OfSteps(Input input, Project? project, int year)
        {
            foreach (var step in input.Steps)
            {
                if (step.What.Trim().Length is < 2 or > ProjectStep.WhatLength)
                {
                    return ProjectErrors.StepWords;
                }

                if (step.DueOn is { } day && Math.Abs(day.Year - year) > 5)
                {
                    return ProjectErrors.StepDay(year);
                }

                if (step is { Aim: true, DueOn: null })
                {
                    return ProjectErrors.AimNeedsDay;
                }

                if (step.StepId is not null && project?.Steps.Exists(s => s.Id == step.StepId) != true)
                {
                    return PlatformErrors.NotFound;
                }
            }

            var changed = project?.Steps.Find(s => s.DoneOn is not null && !input.Steps.Any(i => i.StepId == s.Id && i.What.Trim() == s.What && i.Kind == s.Kind && i.DueOn == s.DueOn && i.Aim == s.Aim));
            return changed is null ? null : ProjectErrors.StepIsDone(changed.What);
        }

        private static Error? OfFigures(Input input, Project? project)
        {
            foreach (var line in input.Figures)
            {
                if (line.Label.Trim().Length is < 2 or > 60 || line.Unit.Trim().Length is < 1 or > 20 || line.Target is < 0 or > 100_000_000_000m || (line.Target is { } target && decimal.Round(target, 4) != target))
                {
                    return ProjectErrors.FigureWords;
                }

                if (line.FigureId is not null && project?.Figures.Exists(f => f.Id == line.FigureId) != true)
                {
                    return PlatformErrors.NotFound;
                }
            }

            var gone = project?.Figures.Find(f => f.Values.Count > 0 && !input.Figures.Any(i => i.FigureId == f.Id && i.Unit.Trim() == f.Unit));
            return gone is null ? null : ProjectErrors.FigureHasValues(gone.Label);
        }

        // What is said of the days that moved. The first day stays: what is done is held against it.
        private static List<string> TakeSteps(Project project, IReadOnlyList<Step> given, DateTimeOffset now)
        {
            var moved = new List<string>();
            project.Steps.RemoveAll(s => !given.Any(i => i.StepId == s.Id));
            foreach (var (line, at) in given.Select((line, at) => (line, at)))
            {
                if (project.Steps.Find(s => s.Id == line.StepId) is not { } step)
                {
                    step = new ProjectStep { Id = Guid.CreateVersion7(now), ProjectId = project.Id, Position = at, Kind = line.Kind, What = "" };
                    project.Steps.Add(step);
                }

                if (step.DueOn is { } before && before != line.DueOn)
                {
                    step.FirstDueOn ??= before;
                    moved.Add($"{step.What}：时限由{Lights.Day(before)}改为{(line.DueOn is { } after ? Lights.Day(after) : "未定")}");
                }

                (step.Position, step.Kind, step.What, step.DueOn, step.Aim) = (at, line.Kind, line.What.Trim(), line.DueOn, line.Aim);
            }

            return moved;
        }

        private static void TakeFigures(Project project, IReadOnlyList<FigureLine> given, DateTimeOffset now)
        {
            project.Figures.RemoveAll(f => !given.Any(i => i.FigureId == f.Id));
            foreach (var (line, at) in given.Select((line, at) => (line, at)))
            {
                if (project.Figures.Find(f => f.Id == line.FigureId) is not { } figure)
                {
                    figure = new ProjectFigure { Id = Guid.CreateVersion7(now), ProjectId = project.Id, Position = at, Label = "", Unit = "" };
                    project.Figures.Add(figure);
                }

                (figure.Position, figure.Label, figure.Unit, figure.Target) = (at, line.Label.Trim(), line.Unit.Trim(), line.Target);
            }
        }
    }
}
