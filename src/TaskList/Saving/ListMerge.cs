using Commerce.TaskList.Domain;
using Commerce.TaskList.Reading;

namespace Commerce.TaskList.Saving;

/// <summary>Lays a document over the saved list of its year: what is new comes in, what differs is taken over, what is gone is withdrawn, and everything that people reported stays.</summary>
/// <param name="saved">The list as it is saved, tracked; empty for a new one.</param>
/// <param name="document">What was read.</param>
/// <param name="assignments">What a person confirmed about deadlines and measures; null leaves it at guesses.</param>
/// <param name="now">UTC.</param>
internal sealed class ListMerge(SavedRows saved, ListDocument document, IReadOnlyList<Assignment>? assignments, DateTimeOffset now)
{
    private readonly List<ListDifference> differences = [];
    private readonly HashSet<Guid> added = [];
    private readonly HashSet<Guid> changed = [];
    private readonly HashSet<Guid> withdrawn = [];

    /// <summary>Rows to add.</summary>
    public List<object> Additions { get; } = [];

    /// <summary>Rows to remove: units that a task no longer names.</summary>
    public List<Domain.Responsibility> Removals { get; } = [];

    /// <summary>What goes into the story: task, measure, what, note.</summary>
    public List<(Guid Task, Guid? Measure, TaskAction Action, string? Note)> Story { get; } = [];

    public ListChanges Merge()
    {
        List.Title = Take(List.Title, document.Title, List.Id, "标题", "title") ?? "";
        List.Source = document.Source;
        List.SavedAt = now;
        var sections = document.Sections.Select((title, i) => Section(i + 1, title)).ToList();
        foreach (var listed in document.Tasks)
        {
            var index = document.Sections.ToList().IndexOf(listed.Section);
            MergeTask(listed, index < 0 ? (sections.Count > 0 ? sections[0] : Section(1, listed.Section)) : sections[index]);
        }

        Withdraw();
        changed.ExceptWith(added);
        changed.Remove(List.Id);
        var there = Tasks.Count(t => t.WithdrawnAt is null) + Measures.Count(m => m.WithdrawnAt is null);
        return new(List.Id, List.Year, added.Count, changed.Count, withdrawn.Count, there - added.Count - changed.Count, differences);
    }

    private OfficialList List => saved.List;

    private List<OfficialTask> Tasks => saved.Tasks;

    private List<Measure> Measures => saved.Measures;

    private Guid Section(int number, string title)
    {
        if (saved.Sections.FirstOrDefault(s => s.Number == number) is { } known)
        {
            known.Title = Take(known.Title, title, List.Id, $"第{number}部分", $"section {number}") ?? "";
            return known.Id;
        }

        var section = Add(saved.Sections, new ListSection { Id = Guid.CreateVersion7(now), ListId = List.Id, Number = number, Title = title });
        return section.Id;
    }

    private void MergeTask(ListedTask listed, Guid sectionId)
    {
        var task = Tasks.FirstOrDefault(t => t.Number == listed.Number);
        var (zh, en) = ($"任务{listed.Label}", $"task {listed.Number}");
        if (task is null)
        {
            task = Add(Tasks, new OfficialTask
            {
                Id = Guid.CreateVersion7(now),
                ListId = List.Id,
                SectionId = sectionId,
                Number = listed.Number,
                Label = listed.Label,
                Text = listed.Text,
                CorrectedText = listed.CorrectedText,
                DeadlineText = listed.DeadlineText,
                ResponsibleText = listed.ResponsibilityText,
                Remark = Remark(listed),
            });
            IsNew(task.Id, zh, en, listed.Text);
            Story.Add((task.Id, null, TaskAction.Saved, document.Source));
            AddMetrics(task.Id, null, KnownMeasures.MetricsOfTask(listed.Number, listed.Text));
        }
        else
        {
            BringBack(task.WithdrawnAt, task.Id, null, zh, en, task.Text);
            task.WithdrawnAt = null;
            if (task.Text != listed.Text)
            {
                task.CorrectedText = listed.CorrectedText;
            }

            task.SectionId = sectionId;
            task.Label = listed.Label;
            task.Text = TakeOf(task.Id, null, task.Text, listed.Text, zh, en) ?? "";
            task.DeadlineText = TakeOf(task.Id, null, task.DeadlineText, listed.DeadlineText, zh + "完成时限", en + ", deadline") ?? "";
            task.ResponsibleText = TakeOf(task.Id, null, task.ResponsibleText, listed.ResponsibilityText, zh + "责任单位", en + ", units") ?? "";
            task.Remark = TakeOf(task.Id, null, task.Remark, Remark(listed), zh + "备注", en + ", remarks");
        }

        foreach (var measure in listed.Measures)
        {
            MergeMeasure(task, measure);
        }

        MergeUnits(task, listed.Responsibility);
        new MilestoneMerge(saved, Additions, assignments, now).Merge(task, listed);
    }

    private void MergeMeasure(OfficialTask task, ListedMeasure listed)
    {
        var (zh, en) = ($"措施{listed.Number}", $"measure {listed.Number}");
        if (Measures.FirstOrDefault(m => m.Number == listed.Number) is { } known)
        {
            BringBack(known.WithdrawnAt, task.Id, known.Id, zh, en, known.Text);
            known.WithdrawnAt = null;
            if (known.Text != listed.Text)
            {
                known.CorrectedText = listed.CorrectedText;
            }

            known.TaskId = task.Id;
            known.Text = TakeOf(task.Id, known.Id, known.Text, listed.Text, zh, en) ?? "";
            known.Group = TakeOf(task.Id, known.Id, known.Group, listed.Group, zh + "小标题", en + ", sub-heading");
            return;
        }

        var measure = Add(Measures, new Measure
        {
            Id = Guid.CreateVersion7(now),
            TaskId = task.Id,
            ListId = List.Id,
            Number = listed.Number,
            Text = listed.Text,
            CorrectedText = listed.CorrectedText,
            Group = listed.Group,
            Kind = KnownMeasures.KindOf(listed.Number, listed.Text),
        });
        IsNew(measure.Id, zh, en, listed.Text);
        Story.Add((task.Id, measure.Id, TaskAction.Saved, document.Source));
        AddMetrics(task.Id, measure.Id, KnownMeasures.MetricsOf(listed.Number, listed.Text));
    }

    private void MergeUnits(OfficialTask task, Reading.Responsibility said)
    {
        IEnumerable<(TaskRole Role, string Printed)> all =
        [
            .. said.Lead.Select(n => (TaskRole.Lead, n)), .. said.Sole.Select(n => (TaskRole.Sole, n)),
            .. said.SharedResponsibility.Select(n => (TaskRole.Shared, n)), .. said.Cooperating.Select(n => (TaskRole.Cooperate, n)),
        ];
        var before = saved.Responsibilities.Where(r => r.TaskId == task.Id).ToList();
        var wanted = all.Select((a, i) => (a.Role, a.Printed, Name: UnitNames.Canonical(a.Printed), Position: i)).DistinctBy(w => (w.Role, w.Name)).ToList();
        Removals.AddRange(before.Where(b => !wanted.Any(w => w.Role == b.Role && w.Name == b.Name)));
        foreach (var want in wanted)
        {
            if (before.FirstOrDefault(b => b.Role == want.Role && b.Name == want.Name) is { } known)
            {
                (known.Position, known.Printed) = (want.Position, want.Printed);
                continue;
            }

            Additions.Add(new Domain.Responsibility
            {
                Id = Guid.CreateVersion7(now),
                TaskId = task.Id,
                ListId = List.Id,
                Position = want.Position,
                Role = want.Role,
                Printed = want.Printed,
                Name = want.Name,
            });
        }
    }

    private void AddMetrics(Guid taskId, Guid? measureId, IReadOnlyList<KnownMetric> known) => Additions.AddRange(known.Select((k, i) => new Metric
    {
        Id = Guid.CreateVersion7(now),
        ListId = List.Id,
        TaskId = taskId,
        MeasureId = measureId,
        Position = i,
        Label = k.Label,
        LabelEnglish = k.English,
        Unit = k.Unit,
        Target = k.Target,
        Source = k.Source,
        Computed = k.Computed,
    }));

    private void Withdraw()
    {
        var tasks = document.Tasks.Select(t => t.Number).ToHashSet();
        var measures = document.Tasks.SelectMany(t => t.Measures).Select(m => m.Number).ToHashSet();
        foreach (var task in Tasks.Where(t => t.WithdrawnAt is null && !tasks.Contains(t.Number)))
        {
            task.WithdrawnAt = IsGone(task.Id, task.Id, null, $"任务{task.Label}", $"task {task.Number}", task.Text);
            foreach (var milestone in saved.Milestones.Where(m => m.TaskId == task.Id))
            {
                milestone.WithdrawnAt ??= now;
            }
        }

        foreach (var measure in Measures.Where(m => m.WithdrawnAt is null && !measures.Contains(m.Number)))
        {
            measure.WithdrawnAt = IsGone(measure.Id, measure.TaskId, measure.Id, $"措施{measure.Number}", $"measure {measure.Number}", measure.Text);
        }
    }

    private DateTimeOffset IsGone(Guid id, Guid taskId, Guid? measureId, string zh, string en, string before)
    {
        withdrawn.Add(id);
        differences.Add(new(DifferenceKind.Withdrawn, zh, en, before, null));
        Story.Add((taskId, measureId, TaskAction.Withdrawn, document.Source));
        return now;
    }

    private void IsNew(Guid id, string zh, string en, string text)
    {
        added.Add(id);
        differences.Add(new(DifferenceKind.New, zh, en, null, text));
    }

    private void BringBack(DateTimeOffset? was, Guid taskId, Guid? measureId, string zh, string en, string text)
    {
        if (was is not null)
        {
            changed.Add(measureId ?? taskId);
            differences.Add(new(DifferenceKind.New, zh + "（恢复）", en + " (brought back)", null, text));
            Story.Add((taskId, measureId, TaskAction.Brought, document.Source));
        }
    }

    // Text of a task, or of one of its measures: the old wording stays in the story.
    private string? TakeOf(Guid taskId, Guid? measureId, string? before, string? after, string zh, string en)
    {
        var id = measureId ?? taskId;
        if (before != after && !added.Contains(id))
        {
            Story.Add((taskId, measureId, TaskAction.TextChanged, $"{zh}，原文：{before ?? "（无）"}"));
        }

        return Take(before, after, id, zh, en);
    }

    private string? Take(string? before, string? after, Guid id, string zh, string en)
    {
        if (before != after && !added.Contains(id) && !(id == List.Id && saved.IsNew))
        {
            changed.Add(id);
            differences.Add(new(DifferenceKind.Changed, zh, en, before, after));
        }

        return after;
    }

    private T Add<T>(List<T> rows, T row)
        where T : class
    {
        rows.Add(row);
        Additions.Add(row);
        return row;
    }

    private static string? Remark(ListedTask listed) => listed.Remarks.Length == 0 ? null : listed.Remarks;
}
