using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Rounds;

/// <summary>What stands in the list once an answer is accepted. Each unit is asked for its own part: where parts add up, the round's accepted parts together are the figure; where they don't, the unit's own value is.</summary>
internal static class AcceptedFigures
{
    private const int EvidenceLength = 400;

    /// <param name="round">The round.</param>
    /// <param name="answer">The answer that is accepted.</param>
    /// <param name="others">The answers of other units that were accepted before.</param>
    /// <param name="metrics">What the round asks for.</param>
    /// <param name="on">The day for which it holds.</param>
    /// <param name="now">The moment.</param>
    public static IEnumerable<MetricValue> Of(Round round, RoundAnswer answer, IReadOnlyList<RoundAnswer> others, IReadOnlyDictionary<Guid, Metric> metrics, DateOnly on, DateTimeOffset now)
    {
        var place = round.Metrics.ToDictionary(m => m.MetricId, m => m.Position);
        foreach (var figure in answer.Figures.OrderBy(f => place[f.MetricId]))
        {
            var parts = metrics[figure.MetricId].AddsUp ? others.Append(answer).Where(a => a.Figures.Exists(f => f.MetricId == figure.MetricId)).ToList() : [answer];
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

        var names = round.Units.Where(u => parts.Exists(a => a.UnitId == u.UnitId)).OrderBy(u => u.Position).Select(u => u.Name);
        var all = $"调度：{round.Title}（{string.Join("、", names)}合计）";
        return all.Length <= EvidenceLength ? all : $"调度：{round.Title}（{parts.Count} 个单位合计）";
    }
}
