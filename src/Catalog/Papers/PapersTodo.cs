using Commerce.Platform.Modules;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Papers;

/// <summary>Certificates to be renewed (续办) wait in the inbox of whoever writes the good's catalogue and of the office, from 30 days before their end until a renewed one is on record.</summary>
internal sealed class PapersTodo(ReadPapers papers) : ITodo
{
    // The others come up as these are done; the list has them all.
    private const int Most = 50;

    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) => [.. (await papers.Wanted(ct)).Take(Most).Select(Item)];

    private static Todo Item(GoodPaper paper)
    {
        var (chinese, english) = (paper.State, paper.IsRecognition, paper.DaysLeft) switch
        {
            (PaperState.Out, true, _) => ("已到期，现按普通商品出售", "has ended, the goods are sold as ordinary ones"),
            (PaperState.Out, false, _) => ("已到期，商品已自动下架", "has run out, the goods are off the shelf"),
            (_, _, 0) => ("今天到期", "ends today"),
            (PaperState.Week, false, { } days) => ($"还有 {days} 天，到期自动下架", $"{days} days left, then the goods leave the shelf"),
            (_, _, { } days) => ($"还有 {days} 天", $"{days} days left"),
            _ => ("", ""),
        };
        return new(
            $"续办{paper.Paper.Kind} {paper.Good.Name}（{paper.Paper.Number}）：{chinese}",
            $"Renew {paper.Paper.Kind} of {paper.Good.Name} ({paper.Paper.Number}): {english}",
            $"/goods/{paper.Good.Slug}",
            paper.Since!.Value.StartInChina(),
            paper.LastDay);
    }
}
