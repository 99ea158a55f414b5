using System.Globalization;
using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>A piece of a deadline that says when.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Found">Dated, recurring or standing; "每月5日、20日" is two; none when it can't be read.</param>
/// <param name="Doubt">Why it can't be read, or what is doubted of how it was.</param>
internal sealed record TimeWord(int At, int Length, IReadOnlyList<ListedMilestone> Found, (string Chinese, string English)? Doubt);

/// <summary>The language of official deadlines. 前 means that day included: 10月底前 is through 31 October.</summary>
internal sealed partial class TimeWords
{
    private static readonly (string Chinese, string English) NoSuchDay = ("没有这一天。请填写日期。", "There is no such day. Enter the date.");
    private static readonly (string Chinese, string English) NoYear = ("看不出是哪一年。请填写日期。", "The year isn't known. Enter the date.");
    private static readonly (string Chinese, string English) TwoMeanings = ("可以是这之前，也可以是这段时间里。请填写日期。", "It may mean before it or within it. Enter the date.");
    private static readonly (string Chinese, string English) NotACalendarDay = ("说的不是日历上的一天。请填写日期。", "It names no day of the calendar. Enter the date.");
    private static readonly (string Chinese, string English) TakenAsItsEnd = ("没有写“底”或“前”，按这段时间的最后一天读入。请核对。", "Neither 底 nor 前 is written; its last day was taken. Please check.");
    private static readonly (string Chinese, string English) EndOfPeriod = ("没有写哪一天，按每期最后一天读入。请核对。", "No day is written; the last day of each period was taken. Please check.");
    private static readonly (string Chinese, string English) YearCarried = ("没有写年份，按前面写的年份读入。请核对。", "No year is written; the one before it was taken. Please check.");

    private readonly int? listYear;
    private int? carried;

    private TimeWords(int? listYear) => this.listYear = listYear;

    /// <summary>All of them in a text, in their order, none overlapping: the leftmost, and of those that begin together the longest.</summary>
    public static List<TimeWord> In(string text, int? listYear)
    {
        var words = new TimeWords(listYear);
        var narrow = Folding.Narrow(text);
        (Regex Pattern, Func<Match, TimeWord> Read)[] kinds =
        [
            (Repeated(), Repeating), (Range(), words.Ranged), (Day(), words.Dated), (YearEnd(), words.EndOfYear), (Part(), words.PartOfMonth), (Half(), words.HalfOrQuarter),
            (BareMonth(), words.MonthAlone), (BareYear(), words.YearAlone), (Standing(), Ongoing), (Other(), Unreadable),
        ];
        var next = Array.ConvertAll(kinds, k => k.Pattern.Match(narrow));
        List<TimeWord> found = [];
        while (true)
        {
            var best = -1;
            for (var i = 0; i < next.Length; i++)
            {
                var better = next[i].Success && (best < 0 || next[i].Index < next[best].Index || next[i].Index == next[best].Index && next[i].Length > next[best].Length);
                best = better ? i : best;
            }

            if (best < 0)
            {
                return found;
            }

            found.Add(kinds[best].Read(next[best]));
            var end = next[best].Index + next[best].Length;
            for (var i = 0; i < next.Length; i++)
            {
                next[i] = next[i].Success && next[i].Index < end ? kinds[i].Pattern.Match(narrow, end) : next[i];
            }
        }
    }

    private TimeWord Dated(Match m) => By(m, year => NumberOf(m, "m") is { } month && NumberOf(m, "d") is { } day ? On(year, month, day) : null);

    private TimeWord EndOfYear(Match m) => By(m, year => On(year, 12, 31));

    private TimeWord PartOfMonth(Match m) => By(m, year => NumberOf(m, "m") is not { } month ? null : m.Groups["part"].Value switch
    {
        "上" => On(year, month, 10),
        "中" => On(year, month, 20),
        _ => LastOf(year, month),
    });

    private TimeWord HalfOrQuarter(Match m)
    {
        if (m.Groups["before"].Success && !m.Groups["end"].Success && m.Groups["q"].Success)
        {
            return Unread(m, TwoMeanings);
        }

        var month = m.Groups["half"].Success ? m.Groups["half"].Value == "上" ? 6 : 12 : 3 * (Folding.Number(m.Groups["q"].Value) ?? 0);
        return By(m, year => LastOf(year, month), m.Groups["half"].Success || m.Groups["end"].Success ? null : TakenAsItsEnd);
    }

    private TimeWord MonthAlone(Match m) => m.Groups["before"].Success ? Unread(m, TwoMeanings) : By(m, year => NumberOf(m, "m") is { } month ? LastOf(year, month) : null, TakenAsItsEnd);

    private TimeWord YearAlone(Match m) => m.Groups["before"].Success ? Unread(m, TwoMeanings) : By(m, year => On(year, 12, 31), TakenAsItsEnd);

    private TimeWord Ranged(Match m)
    {
        var end = NumberOf(m, "m2");
        return By(m, year => end is not { } month ? null : NumberOf(m, "d2") is { } day ? On(year, month, day) : m.Groups["part2"].Value switch
        {
            "上" => On(year, month, 10),
            "中" => On(year, month, 20),
            _ => LastOf(year, month),
        });
    }

    private static TimeWord Ongoing(Match m) => new(m.Index, m.Length, [new(MilestoneKind.Ongoing, null, null, null, false)], null);

    private static TimeWord Unreadable(Match m) => Unread(m, NotACalendarDay);

    private static TimeWord Repeating(Match m)
    {
        var period = m.Groups["period"].Value switch
        {
            "年" => Period.Year,
            "半年" => Period.HalfYear,
            "季" or "季度" => Period.Quarter,
            "月" or "个月" => Period.Month,
            "旬" => Period.TenDays,
            "周" or "星期" => Period.Week,
            _ => Period.Day,
        };
        int? month = m.Groups["first"].Success ? 1 : NumberOf(m, "m");
        var weekday = m.Groups["weekday"] is { Success: true } w ? "一二三四五六日天".IndexOf(w.Value, StringComparison.Ordinal) + 1 : (int?)null;
        int? part = m.Groups["part"].Value switch { "上" => 10, "中" => 20, _ => null };
        var days = m.Groups["d"].Captures.Select(c => Folding.Number(c.Value)).ToList();
        if (days.Exists(d => d is null or < 1 or > 31) || month is < 1 or > 12)
        {
            return Unread(m, NoSuchDay);
        }

        var said = m.Groups["end"].Success || m.Groups["part"].Success || weekday is not null || period == Period.Day;
        var rhythms = days.Count > 0 ? days.ConvertAll(d => new Recurrence(period, d, month)) : [new(period, weekday is { } day ? Math.Min(day, 7) : part, month)];
        return new(m.Index, m.Length, rhythms.ConvertAll(r => new ListedMilestone(MilestoneKind.Recurring, null, r, null, false)), days.Count > 0 || said ? null : EndOfPeriod);
    }

    private TimeWord By(Match m, Func<int, DateOnly?> day, (string Chinese, string English)? doubt = null)
    {
        var own = Named(m);
        if ((own ?? carried ?? listYear) is not { } year)
        {
            return Unread(m, NoYear);
        }

        if (day(year) is not { } due)
        {
            return Unread(m, NoSuchDay);
        }

        doubt = own is null && carried is not null && carried != listYear ? YearCarried : doubt;
        carried = own ?? carried;
        return new(m.Index, m.Length, [new(MilestoneKind.Due, due, null, null, false)], doubt);
    }

    private int? Named(Match m) => m.Groups["y"].Success ? Folding.Year(m.Groups["y"].Value)
        : m.Groups["word"].Value switch
        {
            "今" or "本" or "当" => listYear,
            "明" or "次" or "翌" or "来" => listYear + 1,
            _ => null,
        };

    private static TimeWord Unread(Match m, (string Chinese, string English) why) => new(m.Index, m.Length, [], why);

    private static int? NumberOf(Match m, string group) => m.Groups[group].Success ? Folding.Number(m.Groups[group].Value) : null;

    private static DateOnly? On(int year, int month, int day) =>
        DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static DateOnly? LastOf(int year, int month) => month is >= 1 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;
}
