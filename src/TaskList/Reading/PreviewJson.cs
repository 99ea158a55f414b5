using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Commerce.TaskList.Reading;

/// <summary>A list as JSON, for looking before saving: what was read, what couldn't be, what is doubted.</summary>
internal static class PreviewJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ListDocument list) => new JsonObject
    {
        ["source"] = list.Source,
        ["title"] = list.Title,
        ["year"] = list.Year,
        ["sections"] = list.Sections.Count,
        ["tasks"] = list.Tasks.Count,
        ["measures"] = list.MeasureCount,
        ["items"] = new JsonArray([.. list.Tasks.Select(Task)]),
        ["unreadable"] = new JsonArray([.. list.Unreadable.Select(u => new JsonObject { ["place"] = Where(u.Place), ["text"] = u.Text, ["zh"] = u.Chinese, ["en"] = u.English })]),
        ["doubts"] = new JsonArray([.. list.Doubts.Select(Doubt)]),
    }.ToJsonString(Readable);

    private static JsonObject Task(ListedTask task)
    {
        var json = new JsonObject
        {
            ["number"] = task.Number,
            ["label"] = task.Label,
            ["section"] = task.Section,
            ["measures"] = new JsonArray([.. task.Measures.Select(Measure)]),
            ["lead"] = Texts(task.Responsibility.Lead),
            ["cooperating"] = Texts(task.Responsibility.Cooperating),
            ["sharedResponsibility"] = Texts(task.Responsibility.SharedResponsibility),
            ["deadlineText"] = task.DeadlineText,
            ["milestones"] = new JsonArray([.. task.Milestones.Select(Milestone)]),
            ["text"] = task.Text,
            ["sole"] = Texts(task.Responsibility.Sole),
        };
        if (task.Remarks.Length > 0)
        {
            json["remarks"] = task.Remarks;
        }

        return json;
    }

    private static JsonObject Measure(ListedMeasure measure)
    {
        var json = new JsonObject { ["number"] = measure.Number, ["text"] = measure.Text };
        if (measure.Group is not null)
        {
            json["group"] = measure.Group;
        }

        return json;
    }

    private static JsonObject Milestone(ListedMilestone milestone)
    {
        var json = new JsonObject { ["kind"] = Word(milestone.Kind) };
        if (milestone.Due is { } due)
        {
            json["due"] = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        if (milestone.Every is { } every)
        {
            var rhythm = new JsonObject { ["period"] = JsonNamingPolicy.CamelCase.ConvertName(every.Period.ToString()) };
            if (every.MonthOfPeriod is { } month)
            {
                rhythm["month"] = month;
            }

            if (every.Day is { } day)
            {
                rhythm["day"] = day;
            }

            json["every"] = rhythm;
        }

        if (milestone.What is not null)
        {
            json["what"] = milestone.What;
        }

        return json;
    }

    private static JsonObject Doubt(Doubt doubt)
    {
        var json = new JsonObject { ["place"] = Where(doubt.Place), ["zh"] = doubt.Chinese, ["en"] = doubt.English };
        if (doubt.Found is not null)
        {
            json["found"] = doubt.Found;
        }

        if (doubt.Suggestion is not null)
        {
            json["suggestion"] = doubt.Suggestion;
        }

        return json;
    }

    private static JsonObject Where(Place place)
    {
        var json = new JsonObject { ["zh"] = place.Chinese, ["en"] = place.English };
        if (place.Line is { } line)
        {
            json["line"] = line;
        }

        if (place.Task is not null)
        {
            json["task"] = place.Task;
        }

        if (place.Measure is { } measure)
        {
            json["measure"] = measure;
        }

        return json;
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static string Word(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Due => "due",
        MilestoneKind.Recurring => "recurring",
        MilestoneKind.Ongoing => "ongoing",
    };
}
