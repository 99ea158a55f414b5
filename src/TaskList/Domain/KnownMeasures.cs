namespace Commerce.TaskList.Domain;

/// <summary>A figure that belongs to a measure or a task of the list.</summary>
internal sealed record KnownMetric(string Label, string English, string Unit, decimal? Target = null, ComputedFigure Computed = ComputedFigure.None)
{
    public MetricSource Source => Computed switch
    {
        ComputedFigure.None => MetricSource.Reported,
        ComputedFigure.VillagePurchases or ComputedFigure.EndorsedSales => MetricSource.AssistanceLedger,
        ComputedFigure.ActsDone => MetricSource.DoneHere,
        ComputedFigure.MingdongCounters or ComputedFigure.ZhixinCounters or ComputedFigure.PairsWithCounter or ComputedFigure.PairsWithBothSides or ComputedFigure.StoresWithLocalGoods or ComputedFigure.NewKinds => MetricSource.CatalogueOutlets,
    };
}

/// <summary>What is known of the list's measures by their numbers: how their standing is known, and their figures with targets.</summary>
/// <remarks>The list keeps its numbers over the years. A number counts only with its word in the text, so that another list isn't
/// taken for this one: a measure that isn't recognised is text, date and file, until somebody says otherwise.</remarks>
internal static class KnownMeasures
{
    private static readonly KnownMetric[] Acts = [new("已办理", "Done here", "次", null, ComputedFigure.ActsDone)];

    private static readonly Dictionary<int, (string Word, MeasureKind Kind, KnownMetric[] Metrics)> Measures = new()
    {
        [7] = ("施工", MeasureKind.Figure, [new("新增通车里程", "Kilometres opened", "公里", 718)]),
        [9] = ("调度", MeasureKind.DoneHere, Acts),
        [11] = ("用地", MeasureKind.Figure, [new("取得用地批复的项目", "Projects with approved land", "个", 4)]),
        [12] = ("资金", MeasureKind.Figure, [new("到位建设资金", "Funds in place", "亿元")]),
        [13] = ("PPP", MeasureKind.Figure, [new("资料完成报批的项目", "Projects with approved papers", "个", 4)]),
        [14] = ("社会资本", MeasureKind.Figure, [new("完成社会资本采购的项目", "Projects with partners chosen", "个", 4)]),
        [16] = ("征", MeasureKind.Figure, [new("完成年度征拆的项目", "Projects cleared for the year", "个", 4)]),
        [17] = ("用地", MeasureKind.Figure, [new("完成用地报批的项目", "Projects with land papers", "个", 4)]),
        [19] = ("调度", MeasureKind.DoneHere, Acts),
        [20] = ("通报", MeasureKind.DoneHere, Acts),
        [22] = ("调度", MeasureKind.DoneHere, Acts),
        [23] = ("考评", MeasureKind.DoneHere, Acts),
        [24] = ("通报", MeasureKind.DoneHere, Acts),
        [25] = ("调度", MeasureKind.DoneHere, Acts),
        [27] = ("督办", MeasureKind.DoneHere, Acts),
        [28] = ("资金", MeasureKind.Figure, [new("拨付资金", "Funds paid out", "万元")]),
        [29] = ("排查", MeasureKind.Figure, [new("发现问题", "Problems found", "个"), new("已整改问题", "Problems mended", "个")]),
        [33] = ("抽查", MeasureKind.Figure, [new("已抽查县市区", "Counties sampled", "个"), new("发现问题", "Problems found", "个"), new("已整改问题", "Problems mended", "个")]),
        [38] = ("示范县", MeasureKind.Figure, [new("首次评为示范县", "First-time model counties", "个"), new("每县奖励资金", "Reward per county", "元", 10_000_000)]),
        [41] = ("网络", MeasureKind.Figure, [new("已编制规划的县市区", "Counties with a plan", "个")]),
        [42] = ("货", MeasureKind.Figure, [new("增加货运功能的客运站", "Stations with freight", "个", 6)]),
        [43] = ("服务区", MeasureKind.Computed,
        [
            new("设有专柜的服务区", "Service-area pairs with a counter", "对", 42, ComputedFigure.PairsWithCounter),
            new("其中两侧都有", "Of which on both sides", "对", null, ComputedFigure.PairsWithBothSides),
        ]),
        [44] = ("超市", MeasureKind.Computed,
        [
            new("上架特色农产品的自营超市", "Own stores with local goods", "个", 4, ComputedFigure.StoresWithLocalGoods),
            new("新增销售种类", "Kinds added to the baseline", "种", null, ComputedFigure.NewKinds),
        ]),
        [45] = ("清零", MeasureKind.Figure, [new("已逐户摸排", "Households visited", "户"), new("发现问题", "Problems found", "个"), new("已解决问题", "Problems solved", "个")]),
        [46] = ("养殖", MeasureKind.Figure,
        [
            new("民宿合作项目投资", "Guesthouse project, invested", "万元", 5000), new("延黄牛", "Cattle", "头", 800),
            new("绵羊", "Sheep", "只", 900), new("苍术、返魂草", "Medicinal herbs", "公顷", 1),
        ]),
        [47] = ("采购", MeasureKind.Computed,
        [
            new("两村采购", "Bought from the two villages", "元", null, ComputedFigure.VillagePurchases),
            new("有“明东”产品的专柜", "Counters with Mingdong goods", "个", null, ComputedFigure.MingdongCounters),
            new("有“智新”产品的专柜", "Counters with Zhixin goods", "个", null, ComputedFigure.ZhixinCounters),
            new("第一书记代言产品销售", "Sold of goods that a first secretary speaks for", "元", null, ComputedFigure.EndorsedSales),
        ]),
        [50] = ("问题", MeasureKind.DoneHere, Acts),
        [51] = ("整改", MeasureKind.DoneHere, Acts),
        [52] = ("整改", MeasureKind.DoneHere, Acts),
        [54] = ("检查", MeasureKind.Figure, [new("已检查县市区", "Counties inspected", "个", 19), new("发现问题", "Problems found", "个"), new("已整改问题", "Problems mended", "个")]),
    };

    private static readonly Dictionary<int, (string Word, KnownMetric[] Metrics)> Tasks = new()
    {
        [4] = ("危桥",
        [
            new("改造危桥", "Bridges rebuilt", "座", 6), new("安全生命防护工程", "Roads made safe", "公里", 44),
            new("续建项目完成投资", "Continued projects, invested", "亿元", 4.97m), new("新开工项目完成投资", "New projects, invested", "亿元", 1.99m),
        ]),
        [5] = ("危桥",
        [
            new("旅游路资源路产业路", "Tourist, resource and industry roads", "公里", 105), new("改造危桥", "Bridges rebuilt", "座", 24), new("安全生命防护工程", "Roads made safe", "公里", 250),
        ]),
    };

    // Which acts the measures ask for: rounds, circulars, letters, and of problems the list, the plans and the summary.
    private static readonly Dictionary<int, CountedKind> Asked = new()
    {
        [9] = CountedKind.Round,
        [19] = CountedKind.Round,
        [20] = CountedKind.Circular,
        [22] = CountedKind.Round,
        [23] = CountedKind.Circular,
        [24] = CountedKind.Circular,
        [25] = CountedKind.Round,
        [27] = CountedKind.Letter,
        [50] = CountedKind.Problem,
        [51] = CountedKind.Rectification,
        [52] = CountedKind.Summary,
    };

    /// <summary>Whether an act of this kind counts for the measure. For a measure that isn't recognised, whatever people say.</summary>
    public static bool Counts(int number, string text, CountedKind kind) => Find(number, text) is not { Kind: MeasureKind.DoneHere } || Asked[number] == kind;

    public static MeasureKind KindOf(int number, string text) => Find(number, text)?.Kind ?? MeasureKind.TextOnly;

    public static IReadOnlyList<KnownMetric> MetricsOf(int number, string text) => Find(number, text)?.Metrics ?? [];

    public static IReadOnlyList<KnownMetric> MetricsOfTask(int number, string text) =>
        Tasks.TryGetValue(number, out var known) && text.Contains(known.Word, StringComparison.Ordinal) ? known.Metrics : [];

    private static (string Word, MeasureKind Kind, KnownMetric[] Metrics)? Find(int number, string text) =>
        Measures.TryGetValue(number, out var known) && text.Contains(known.Word, StringComparison.Ordinal) ? known : null;
}
