using Commerce.Catalog.ReadModel;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Papers;

/// <summary>The certificates that a person watches: those of the goods whose catalogue they write, and all of them for the office (docs/catalogue.md).</summary>
internal sealed class ReadPapers(Catalogue catalogue, Actor actor, TimeProvider clock)
{
    /// <summary>All kinds of all goods that the address asks for, what ends first first.</summary>
    public async Task<PaperList> Read(string? state, string? kind, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        var all = InOrder((await Mine(ct)).SelectMany(g => GoodPaper.Of(g, today)));
        return new(
            [.. all.Where(p => (string.IsNullOrEmpty(state) || PaperList.Name(p.State) == state) && (string.IsNullOrEmpty(kind) || p.Paper.Kind == kind))],
            all.Where(p => string.IsNullOrEmpty(kind) || p.Paper.Kind == kind).CountBy(p => p.State).ToDictionary(),
            all.Where(p => string.IsNullOrEmpty(state) || PaperList.Name(p.State) == state).CountBy(p => p.Paper.Kind).ToDictionary(),
            today);
    }

    /// <summary>What is to be renewed now, of goods that somebody may still buy.</summary>
    public async Task<IReadOnlyList<GoodPaper>> Wanted(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (today, last) = (now.DayInChina(), now.DayInChina().AddDays(GoodPaper.FirstWarning + 1));
        return InOrder((await Mine(ct))
            .Where(g => g.Gaps.Concat(g.RecognitionGaps).Any(x => x.To is null && x.From <= last) && g.Offers.Any(o => !(o.ValidTo <= now)))
            .SelectMany(g => GoodPaper.Of(g, today)).Where(p => p.Wanted));
    }

    private async Task<IEnumerable<ProductView>> Mine(CancellationToken ct)
    {
        var office = actor.Can(Capability.AssistanceManage);
        return office || actor.Can(Capability.CatalogueWrite)
            ? (await catalogue.Current(ct)).Products.Where(g => office || actor.Can(Capability.CatalogueWrite, g.Producer.SupplyUnitId))
            : [];
    }

    private static List<GoodPaper> InOrder(IEnumerable<GoodPaper> papers) =>
        [.. papers.OrderBy(p => p.DaysLeft ?? int.MaxValue).ThenBy(p => p.Good.Serial).ThenBy(p => p.Paper.Kind, StringComparer.Ordinal)];
}

/// <summary>The list of certificates.</summary>
/// <param name="Rows">What is asked for, what ends first first.</param>
/// <param name="States">How many each state would leave.</param>
/// <param name="Kinds">How many each kind would leave.</param>
/// <param name="Today">In China.</param>
internal sealed record PaperList(IReadOnlyList<GoodPaper> Rows, IReadOnlyDictionary<PaperState, int> States, IReadOnlyDictionary<string, int> Kinds, DateOnly Today)
{
    /// <summary>A state as the address writes it.</summary>
    public static string Name(PaperState state) => state switch
    {
        PaperState.Out => "out",
        PaperState.Week => "week",
        PaperState.Month => "month",
        PaperState.Rest => "rest",
    };
}
