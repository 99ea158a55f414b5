namespace Commerce.TaskList.Domain;

/// <summary>How the list's spellings lead to units and groups.</summary>
internal static class UnitNames
{
    /// <summary>厅包保帮扶工作队 is 包保帮扶工作队: the department's own prefix adds nothing. 厅机关… and 厅直… are names of groups.</summary>
    public static string Canonical(string printed)
    {
        var name = printed.Trim();
        return name.Length > 2 && name[0] == '厅' && !name.StartsWith("厅机关", StringComparison.Ordinal) && !name.StartsWith("厅直", StringComparison.Ordinal)
            ? name[1..]
            : name;
    }

    /// <summary>True for a set of units (厅直各单位、有关处室).</summary>
    public static bool IsGroup(string name) =>
        name.Contains('各') || name.StartsWith("其他", StringComparison.Ordinal) || name.Contains("有关", StringComparison.Ordinal) || name.Contains("主管部门", StringComparison.Ordinal);

    /// <summary>有关…: the paper leaves open which units; nobody owes anything until a supervisor names them.</summary>
    public static bool IsOpen(string name) => name.Contains("有关", StringComparison.Ordinal);

    /// <summary>其他…: those of the group that the task doesn't name itself.</summary>
    public static bool IsRest(string name) => name.StartsWith("其他", StringComparison.Ordinal);

    /// <summary>The kinds of units that a group's words mean, for groups that nobody has set up.</summary>
    public static IReadOnlyList<string> KindsOf(string group) =>
        group.Contains("处室", StringComparison.Ordinal) ? ["OFFICE"]
        : group.Contains("厅直", StringComparison.Ordinal) ? ["AFFILIATED_UNIT", "GROUP_COMPANY", "WORK_TEAM"]
        : group.Contains("地方", StringComparison.Ordinal) ? ["LOCAL_AUTHORITY"]
        : [];
}
