using Commerce.TaskList.Reading;

namespace Commerce.TaskList.Tests.Reading;

/// <summary>Lists made up from a seed, together with what a reader must find in them. Shaped like official ones; every sentence is ours.</summary>
internal sealed class MadeList
{
    private static readonly string[] Units = ["办公室", "财务处", "后勤处", "采购科", "食堂科", "南山局", "北河局", "东湖集团", "服务中心", "厅属各单位", "有关县区主管部门", "东湖集团（营运部、仓储部）"];
    private static readonly string[] Verbs = ["完善", "督促", "开展", "清点", "公布", "抽查", "推广", "组织"];
    private static readonly string[] Things = ["食堂采购台账", "“一村一品”柜台", "冷库检修", "称重验收制度", "农户结算", "两村对接", "运输线路", "样品留存（48小时）", "供货合同"];
    private static readonly string[] Heads = ["两个已建柜台", "三个拟建柜台", "结算方面"];

    private readonly Random random;
    private int measure;

    private MadeList(int seed) => random = new Random(seed);

    /// <summary>A list whose reading is known.</summary>
    public static ListDocument Of(int seed)
    {
        var made = new MadeList(seed);
        var year = made.random.Next(2019, 2031);
        List<string> sections = [];
        List<ListedTask> tasks = [];
        for (var s = 1; s <= made.random.Next(1, 5); s++)
        {
            sections.Add($"{Folding.Chinese(s)}、{made.Pick(Verbs)}{made.Pick(Things)}，{made.Pick(Verbs)}{made.Pick(Things)}");
            for (var t = made.random.Next(1, 4); t > 0; t--)
            {
                tasks.Add(made.Task(tasks.Count + 1, sections[^1], year));
            }
        }

        return new("list", $"{year}年消费帮扶重点任务清单", year, sections, tasks, [], []);
    }

    private ListedTask Task(int number, string section, int year)
    {
        var (units, responsibility) = Responsible();
        var (deadline, milestones) = Deadline(year);
        return new(number, $"({Folding.Chinese(number)})", section, Sentence() + Sentence(), null, Measures(), responsibility, units, deadline, milestones, random.Next(5) == 0 ? "按月报" : "");
    }

    private List<ListedMeasure> Measures()
    {
        List<ListedMeasure> measures = [];
        var grouped = random.Next(3) == 0;
        string? group = null;
        for (var i = random.Next(1, 7); i > 0; i--)
        {
            group = grouped && (group is null || random.Next(2) == 0) ? Heads[Array.IndexOf(Heads, group) + 1 is var next && next < Heads.Length ? next : 0] : group;
            measures.Add(new(++measure, Sentence() + (random.Next(2) == 0 ? Sentence() : ""), group, null));
        }

        return measures;
    }

    private (string, Responsibility) Responsible()
    {
        var names = Units.OrderBy(_ => random.Next()).Take(random.Next(2, 6)).ToList();
        var (one, others) = (names[..1], names[1..]);
        return random.Next(4) switch
        {
            0 => (names[0], new([], [], [], one)),
            1 => (string.Join('、', names) + "分工负责", new([], [], names, [])),
            2 => (string.Join('、', names) + "牵头", new(names, [], [], [])),
            _ => ($"{names[0]}牵头，{string.Join('、', others)}配合", new(one, others, [], [])),
        };
    }

    private (string, List<ListedMilestone>) Deadline(int year)
    {
        var month = random.Next(1, 13);
        var end = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        var (what, other) = (Pick(Verbs) + Pick(Things), Pick(Verbs) + Pick(Things));
        return random.Next(9) switch
        {
            0 => ("长期坚持", [Standing(null)]),
            1 => ("持续推进", [Standing(null)]),
            2 => ($"{month}月底前", [Due(end, null)]),
            3 => ("年底前", [Due(new(year, 12, 31), null)]),
            4 => ($"{month}月底前{what}，其他措施长期坚持", [Due(end, what), Standing("其他措施")]),
            5 => ($"{month}月中旬{what}；{year + 1}年3月底前{other}", [Due(new(year, month, 20), what), Due(new(year + 1, 3, 31), other)]),
            6 => ($"{month}月15日前，{what}，并长期坚持", [Due(new(year, month, 15), what), Standing(null)]),
            7 => ($"每月5日前{what}", [new(MilestoneKind.Recurring, null, new(Period.Month, 5), what, false)]),
            _ => ($"上半年{what}；第三季度末{other}", [Due(new(year, 6, 30), what), Due(new(year, 9, 30), other)]),
        };
    }

    private string Sentence() => $"{Pick(Verbs)}{Pick(Things)}，{Pick(Verbs)}{Pick(Things)}{random.Next(2, 90)}次、{Pick(Things)}。";

    private string Pick(string[] words) => words[random.Next(words.Length)];

    private static ListedMilestone Due(DateOnly day, string? what) => new(MilestoneKind.Due, day, null, what, false);

    private static ListedMilestone Standing(string? what) => new(MilestoneKind.Ongoing, null, null, what, false);
}
