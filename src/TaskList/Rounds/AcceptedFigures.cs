using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Rounds;

/// <summary>What stands in the list once an answer is accepted. Each unit is asked for its own part: where parts add up, the accepted parts together are the figure; where they don't, the unit's own value is.
/// Of a unit that hasn't been accepted in this round yet the part that was accepted last goes on standing, so that the figure doesn't sink until everybody has answered.</summary>
internal static class AcceptedFigures
{
    private const int EvidenceLength = 400;

    /// <param name="round">The round.</param>
    /// <param name="answer">The answer that is accepted.</param>
    /// <param name="others">The answers of other units that were accepted before, in this round or in earlier ones on the task, the latest last.</param>
    /// <param name="metrics">What the round asks for.</param>
    /// <param name="on">The day for which it holds.</param>
    /// <param name="now">The moment.</param>
    public static IEnumerable<MetricValue> Of(Round round, RoundAnswer answer, IReadOnlyList<RoundAnswer> others, IReadOnlyDictionary<Guid, Metric> metrics, DateOnly on, DateTimeOffset now)
    {
        var place = round.Metrics.ToDictionary(m => m.MetricId, m => m.Position);
        foreach (var figure in answer.Figures.OrderBy(f => place[f.MetricId]))
        {
            var parts = metrics[figure.MetricId].AddsUp
                ? others.Append(answer).Where(a => a.Figures.Exists(f => f.MetricId == figure.MetricId)).GroupBy(a => a.UnitId).Select(g => g.Last()).ToList()
                : [answer];
            yield return new MetricValue
            {
                Id = Guid.CreateVersion7(now),
                MetricId = figure.MetricId,
                ListId = round.ListId,
                UnitId = answer.UnitId,
                Value = parts.Sum(a => a.Figures.Single(f => f.MetricId == figure.MetricId).Value),
                On = on,
                Evidence = Ground(round, parts),
                ById = answer.AnsweredById,
                ByName = answer.AnsweredByName,
                At = now,
            };
        }
    }

    /// <summary>In a round on a project: its own figures, which its one unit gives.</summary>
    public static IEnumerable<ProjectValue> OfProject(Round round, RoundAnswer answer, DateOnly on, DateTimeOffset now) => answer.Figures.Select(f => new ProjectValue
    {
        FigureId = f.MetricId,
        Value = f.Value,
        On = on,
        Evidence = Ground(round, [answer]),
        ById = answer.AnsweredById,
        ByName = answer.AnsweredByName,
        At = now,
    });

    private static string Ground(Round round, List<RoundAnswer> parts)
    {
        if (parts.Count == 1)
        {
            return $"调度：{round.Title}";
        }

        var names = round.Units.OrderBy(u => u.Position).Select(u => (u.Name, Part: parts.Find(a => a.UnitId == u.UnitId))).Where(u => u.Part is not null)
            .Select(u => u.Part!.RoundId == round.Id ? u.Name : $"{u.Name}按上次答复");
        var all = $"调度：{round.Title}（{string.Join("、", names)}合计）";
        return all.Length <= EvidenceLength ? all : $"调度：{round.Title}（{parts.Count} 个单位合计）";
    }
}
