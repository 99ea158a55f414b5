using System.Globalization;
using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Audit;

/// <summary>What is asked of the audit trail; what is left out narrows nothing.</summary>
/// <param name="From">First day, China time.</param>
/// <param name="To">Last day, China time.</param>
/// <param name="Who">A part of a person's name.</param>
/// <param name="Operation">The use case's name, such as SignAcceptance.</param>
/// <param name="Module">The module's name in lower case.</param>
/// <param name="About">The thing that it was about.</param>
internal sealed record HistoryQuestion(DateOnly? From = null, DateOnly? To = null, string? Who = null, string? Operation = null, string? Module = null, Guid? About = null);

/// <summary>One act of a person, with everything that it changed.</summary>
internal sealed record HistoryRow(string Module, long Sequence, DateTimeOffset At, Guid ActorId, string Who, string Operation, Guid About, IReadOnlyList<ChangedRow> Changes);

/// <summary>A row of a table that was added, modified or deleted.</summary>
internal sealed record ChangedRow(string Table, string Key, string Change, IReadOnlyList<ChangedValue> Values);

/// <summary>A value before and after; null where there was, or is, none.</summary>
/// <param name="Name">The column.</param>
/// <param name="Before">As it was kept.</param>
/// <param name="After">As it is kept.</param>
/// <param name="Type">What it is today; null when there is no such column any more.</param>
internal sealed record ChangedValue(string Name, string? Before, string? After, Type? Type);

/// <summary>A page of the trail, the newest first.</summary>
/// <param name="Rows">The acts.</param>
/// <param name="More">There are older ones.</param>
internal sealed record HistoryPageRows(IReadOnlyList<HistoryRow> Rows, bool More);

/// <summary>Reads the audit trails of all modules as one. For auditors of the whole house: the trail belongs to no unit alone.</summary>
internal sealed class ReadHistory(IServiceProvider services, IReadOnlyList<DatabaseEntry> databases, Actor actor, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>How far one can turn the pages, and how many acts a file holds; further back by narrower questions.</summary>
    public const int Furthest = 5_000;

    /// <summary>The modules that have a trail.</summary>
    public IReadOnlyList<string> Modules => [.. databases.Select(d => d.Module)];

    /// <summary>Null when it isn't the reader's to see.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="skip">How many of the newest are passed over; at most <see cref="Furthest"/>.</param>
    /// <param name="take">How many are read.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<HistoryPageRows?> Page(HistoryQuestion question, int skip, int take, CancellationToken ct)
    {
        if (!actor.OfTheWholeHouse.Contains(Capability.AuditRead))
        {
            return null;
        }

        skip = Math.Clamp(skip, 0, Furthest);
        var found = new List<(string Module, AuditEntry Entry)>();
        var types = new Dictionary<string, ColumnTypes>();
        foreach (var database in databases.Where(d => question.Module is null || d.Module == question.Module))
        {
            var db = (ModuleDbContext)services.GetRequiredService(database.Context);
            types[database.Module] = new(db.Model);
            found.AddRange((await Of(db.AuditTrail.AsNoTracking(), question).OrderByDescending(e => e.Sequence).Take(skip + take + 1).ToListAsync(ct)).Select(e => (database.Module, e)));
        }

        var newest = found.OrderByDescending(f => f.Entry.At).ThenBy(f => f.Module, StringComparer.Ordinal).ThenByDescending(f => f.Entry.Sequence).Skip(skip).ToList();
        return new([.. newest.Take(take).Select(f => Read(f.Module, f.Entry, types[f.Module]))], newest.Count > take && skip + take < Furthest);
    }

    /// <summary>Auditors of the whole house see every module's trail; whoever supervises the whole house sees what was changed of the task list.</summary>
    public static bool MaySee(Actor actor, string module) =>
        actor.OfTheWholeHouse.Contains(Capability.AuditRead) || (module == "tasks" && actor.OfTheWholeHouse.Contains(Capability.TaskSupervise));

    /// <summary>What was changed of some things of a module, the newest first, a page of it; null when it isn't the reader's to see.</summary>
    public async Task<IReadOnlyList<HistoryRow>?> Of(string module, IReadOnlyList<Guid> about, CancellationToken ct)
    {
        if (!MaySee(actor, module) || databases.FirstOrDefault(d => d.Module == module) is not { } database)
        {
            return null;
        }

        var db = (ModuleDbContext)services.GetRequiredService(database.Context);
        var types = new ColumnTypes(db.Model);
        return [.. (await db.AuditTrail.AsNoTracking().Where(e => about.Contains(e.SubjectId)).OrderByDescending(e => e.Sequence).Take(PageSize).ToListAsync(ct)).Select(e => Read(module, e, types))];
    }

    /// <summary>The same as a table to take away: a line per changed value.</summary>
    public async Task<PaperTable?> Paper(HistoryQuestion question, CancellationToken ct) => await Page(question, 0, Furthest, ct) is not { } page ? null : new(
        "操作记录",
        [new("时间", 20), new("操作人", 14), new("操作", 22), new("模块", 14), new("对象", 38), new("表", 20), new("变化", 10), new("字段", 20), new("改前", 30), new("改后", 30)],
        from row in page.Rows
        from change in row.Changes.DefaultIfEmpty(new ChangedRow("", "", "", []))
        from value in change.Values.DefaultIfEmpty(new ChangedValue("", null, null, null))
        select new PaperRow([Moment(row.At), row.Who, row.Operation, row.Module, row.About.ToString(), change.Table, change.Change, value.Name, value.Before, value.After]))
    { Left = "按时间从新到旧；密码等只记有过变化，不记内容", Mark = ExportMark.Of(actor, clock.GetUtcNow()) };

    private static IQueryable<AuditEntry> Of(IQueryable<AuditEntry> trail, HistoryQuestion question)
    {
        if (question.From is { } from)
        {
            var start = from.StartInChina();
            trail = trail.Where(e => e.At >= start);
        }

        if (question.To is { } to)
        {
            var end = to.AddDays(1).StartInChina();
            trail = trail.Where(e => e.At < end);
        }

        if (question.Who is { Length: > 0 } who)
        {
            trail = trail.Where(e => e.ActorName.Contains(who));
        }

        if (question.Operation is { Length: > 0 } operation)
        {
            trail = trail.Where(e => e.Operation == operation);
        }

        return question.About is { } about ? trail.Where(e => e.SubjectId == about || e.ActorId == about) : trail;
    }

    private static HistoryRow Read(string module, AuditEntry entry, ColumnTypes types)
    {
        using var changes = JsonDocument.Parse(entry.Changes);
        return new(module, entry.Sequence, entry.At, entry.ActorId, entry.ActorName, entry.Operation, entry.SubjectId, [.. changes.RootElement.EnumerateArray().Select(c => ReadChange(c, types))]);
    }

    private static ChangedRow ReadChange(JsonElement changed, ColumnTypes types)
    {
        var table = changed.GetProperty("table").GetString() ?? "";
        var change = changed.GetProperty("change").GetString() ?? "";
        var key = changed.GetProperty("key") is { ValueKind: JsonValueKind.Array } parts ? string.Join(", ", parts.EnumerateArray().Select(Text)) : "";
        return new(table, key, change, [.. changed.GetProperty("columns").EnumerateObject().Select(c => ReadValue(c.Name, c.Value, change, types.Of(table, c.Name)))]);
    }

    // A changed value is [before, after]; an added one stands alone, and so does a secret one.
    private static ChangedValue ReadValue(string name, JsonElement value, string change, Type? type) => value.ValueKind == JsonValueKind.Array && change != "added" && value.GetArrayLength() == 2
        ? new(name, Text(value[0]), Text(value[1]), type)
        : new(name, null, Text(value), type);

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
    };

    private static string Moment(DateTimeOffset at) => at.ClockInChina().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>What the columns of a module's tables hold.</summary>
internal sealed class ColumnTypes(IModel model)
{
    private readonly ILookup<string?, IEntityType> tables = model.GetEntityTypes().ToLookup(t => t.GetTableName());

    /// <summary>Without regard to null; null when there is no such column.</summary>
    public Type? Of(string table, string column) =>
        tables[table].Select(t => t.FindProperty(column)).OfType<IProperty>().Select(p => Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).FirstOrDefault();
}
