using Commerce.TaskList.Domain;
using Commerce.TaskList.Reading;

namespace Commerce.TaskList.Saving;

/// <summary>Lays a task's deadlines over the saved ones. A deadline that says the same is the same one, with what was done about it.</summary>
internal sealed class MilestoneMerge(SavedRows saved, List<object> additions, IReadOnlyList<Assignment>? assignments, DateTimeOffset now)
{
    public void Merge(OfficialTask task, ListedTask listed)
    {
        var before = saved.Milestones.Where(m => m.TaskId == task.Id).ToList();
        var guesses = Guess(listed);
        var kept = new List<Milestone>();
        for (var i = 0; i < listed.Milestones.Count; i++)
        {
            var said = listed.Milestones[i];
            if (before.FirstOrDefault(b => !kept.Contains(b) && Same(b, said)) is { } known)
            {
                known.WithdrawnAt = null;
                kept.Add(known);
                if (Confirmed(task.Number, i) is { } chosen)
                {
                    Assign(known, chosen, guessed: false);
                }

                continue;
            }

            var milestone = new Milestone
            {
                Id = Guid.CreateVersion7(now),
                TaskId = task.Id,
                ListId = task.ListId,
                Position = i,
                Kind = Enum.Parse<Domain.MilestoneKind>(said.Kind.ToString()),
                What = said.What ?? "",
                Aim = said.Aim,
                DueOn = said.Due,
                Every = said.Every is { } every ? new(Enum.Parse<RecurrencePeriod>(every.Period.ToString()), every.Day, every.MonthOfPeriod) : null,
            }.Begin();
            var confirmed = Confirmed(task.Number, i);
            Assign(milestone, confirmed ?? guesses[i], guessed: confirmed is null && guesses[i].Count > 0);
            additions.Add(milestone);
        }

        foreach (var gone in before.Except(kept))
        {
            gone.WithdrawnAt ??= now;
        }
    }

    /// <summary>What a document's deadlines seem to belong to; those of the whole task have no measures.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Guess(ListedTask listed)
    {
        var dated = MilestoneMatch.Of(listed.Measures, [.. listed.Milestones.Select(m => m.Kind == Reading.MilestoneKind.Ongoing ? null : m.What)]);
        var taken = dated.SelectMany(d => d).ToHashSet();

        // 其他措施长期坚持: what no date took; 并长期坚持 is the whole task.
        return [.. listed.Milestones.Select((m, i) => m is { Kind: Reading.MilestoneKind.Ongoing, What: not null } && taken.Count > 0
            ? [.. listed.Measures.Select(x => x.Number).Where(n => !taken.Contains(n))]
            : dated[i])];
    }

    private IReadOnlyList<int>? Confirmed(int task, int index) => assignments?.FirstOrDefault(a => a.Task == task && a.Index == index)?.Measures;

    private void Assign(Milestone milestone, IReadOnlyList<int> numbers, bool guessed)
    {
        var wanted = saved.Measures.Where(m => m.TaskId == milestone.TaskId && numbers.Contains(m.Number)).Select(m => m.Id).ToHashSet();
        milestone.Belong(wanted);
        milestone.Guessed = guessed;
    }

    private static bool Same(Milestone saved, ListedMilestone said) =>
        saved.Kind.ToString() == said.Kind.ToString() && saved.DueOn == said.Due && saved.Aim == said.Aim && saved.What == (said.What ?? "")
        && (saved.Every?.Period.ToString(), saved.Every?.Day, saved.Every?.MonthOfPeriod) == (said.Every?.Period.ToString(), said.Every?.Day, said.Every?.MonthOfPeriod);
}
