using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>Who answers, from one sentence: "A、B牵头，C、D配合", "A、B分工负责", one unit alone, names of groups.</summary>
internal sealed partial class RoleSentence
{
    private readonly List<string> lead = [];
    private readonly List<string> cooperating = [];
    private readonly List<string> shared = [];
    private readonly List<string> sole = [];
    private readonly List<(string Chinese, string English, string Found)> doubts = [];

    public Responsibility Responsibility => new(lead, cooperating, shared, sole);

    public IReadOnlyList<(string Chinese, string English, string Found)> Doubts => doubts;

    private enum Role
    {
        Lead,
        Cooperating,
        Shared,
        Answers,
    }

    public static RoleSentence Read(string text)
    {
        var sentence = new RoleSentence();
        List<string> waiting = [];
        Role? announced = null;
        foreach (var clause in Clauses(text))
        {
            var (label, words) = Labelled(clause);
            announced = label ?? announced;
            var (names, role) = Ended(words);
            waiting.AddRange(Names(names));
            if ((role ?? announced) is { } known)
            {
                sentence.Put(known, waiting);
                waiting = [];
            }
        }

        sentence.PutRest(waiting);
        sentence.Check();
        return sentence;
    }

    private void Put(Role role, List<string> names)
    {
        foreach (var name in names)
        {
            var (plain, own) = Marked(name);
            var list = (own ?? role) switch
            {
                Role.Lead => lead,
                Role.Cooperating => cooperating,
                Role.Shared => shared,
                Role.Answers => names.Count == 1 ? sole : shared,
            };
            list.Add(plain);
        }
    }

    private void PutRest(List<string> names)
    {
        var marked = names.ConvertAll(Marked);
        if (names.Count == 0)
        {
            return;
        }

        if (marked.Exists(m => m.Own is not null))
        {
            // "A（牵头）、B、C": who isn't marked helps.
            Put(Role.Cooperating, names);
            if (marked.Exists(m => m.Own is null))
            {
                Doubted("有的单位没有写牵头或配合，按配合读入。请核对。", "Some units have no role; they were read as cooperating. Please check.", names);
            }
        }
        else if (lead.Count + cooperating.Count + shared.Count > 0)
        {
            cooperating.AddRange(names);
            Doubted("这些单位没有写牵头或配合，按配合读入。请核对。", "These units have no role; they were read as cooperating. Please check.", names);
        }
        else if (names is [var one])
        {
            sole.Add(one);
        }
        else
        {
            shared.AddRange(names);
            Doubted("几个单位都没有写牵头，按分工负责读入（都要报）。请核对。", "Several units and none is said to lead; they were read as sharing the responsibility (all must report). Please check.", names);
        }
    }

    private void Check()
    {
        if (lead.Count == 0 && cooperating.Count > 0 && sole is [var one])
        {
            // "A负责，B配合".
            lead.Add(one);
            sole.Clear();
        }

        var all = lead.Concat(cooperating).Concat(shared).Concat(sole).ToList();
        foreach (var twice in all.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            Doubted("这个单位写了两次。请核对。", "This unit is named twice. Please check.", [twice]);
        }
    }

    private void Doubted(string chinese, string english, List<string> names) => doubts.Add((chinese, english, string.Join('、', names)));

    private static (string Name, Role? Own) Marked(string name) => OwnMark().Match(name) is { Success: true } m
        ? (m.Groups["name"].Value, m.Groups["role"].Value is "牵头" or "主办" ? Role.Lead : Role.Cooperating)
        : (name, null);

    private static (Role? Label, string Names) Labelled(string clause)
    {
        if (Label().Match(clause) is not { Success: true } m)
        {
            return (null, clause);
        }

        var rest = clause[m.Length..];
        return m.Groups["role"].Value switch
        {
            "牵头" or "主办" or "主责" => (Role.Lead, rest),
            "配合" or "协办" or "协助" or "参与" => (Role.Cooperating, rest),
            _ => (null, rest),
        };
    }

    private static (string Names, Role? Role) Ended(string clause)
    {
        if (RoleWord().Match(clause) is not { Success: true } m)
        {
            return (clause, null);
        }

        var role = m.Groups["shared"].Success ? Role.Shared : m.Groups["lead"].Success ? Role.Lead : m.Groups["help"].Success ? Role.Cooperating : Role.Answers;
        return (clause[..m.Index], role);
    }

    private static IEnumerable<string> Names(string names) => Outside(names, "、").SelectMany(n => And().Split(n))
        .Select(n => n.Trim()).Select(n => n.StartsWith('由') ? n[1..] : n).Where(n => n.Length > 0);

    private static IEnumerable<string> Clauses(string text) => Outside(text, "，,；;。\n").SelectMany(c => RoleThenBlank().Split(c)).Select(c => c.Trim()).Where(c => c.Length > 0);

    /// <summary>Cut at any of the signs, but not inside brackets.</summary>
    private static IEnumerable<string> Outside(string text, string signs)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '（' or '(' ? 1 : text[i] is '）' or ')' && depth > 0 ? -1 : 0;
            if (depth == 0 && signs.Contains(text[i], StringComparison.Ordinal))
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    [GeneratedRegex(@"(?:(?<shared>(?:按照?(?:各自)?职责)?(?:分工|分别|共同|各自)负责|各负其责|按照?(?:各自)?职责负责)|(?<lead>(?:共同)?(?:牵头|主办|主责)(?:负责|落实|组织)?|负总责)|(?<help>(?:协同|积极)?(?:配合|协助|协办|参与|参加)(?:落实|实施)?)|(?<answers>负责))\s*$")]
    private static partial Regex RoleWord();

    [GeneratedRegex(@"^(?<role>牵头|主办|主责|责任|配合|协办|协助|参与)(?:单位|部门|处室)?[：:]")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<name>[^（(]+)[（(](?<role>牵头|主办|配合|协办)(?:单位|部门)?[）)]$")]
    private static partial Regex OwnMark();

    // Between two names that both end like a unit's; 和龙 is a place.
    [GeneratedRegex(@"(?<=(?:处|局|委|室|院|所|办|队|集团|中心|公司|厅|部门|单位|处室))(?:以及|和(?!龙)|及|与)(?=.{0,14}(?:处|局|委|室|院|所|办|队|集团|中心|公司|厅|部门|单位)(?:$|[（(]))")]
    private static partial Regex And();

    [GeneratedRegex(@"(?<=牵头|配合|负责|主办|协办)\s+")]
    private static partial Regex RoleThenBlank();
}
