using Commerce.Platform.GraphQL;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Board;

/// <summary>Where the pages of a list are.</summary>
internal static class TaskPaths
{
    public static string List(int year) => $"/tasks?year={year}";

    public static string Task(int year, int number) => $"/tasks/{year}/task/{number}";

    public static string Measure(int year, int number) => $"/tasks/{year}/measure/{number}";

    public static string Measure(MeasureView measure) => Measure(measure.Standing.Rows.List.Year, measure.Number);

    public const string Rounds = "/tasks/rounds";

    public static string Round(Guid id) => $"/tasks/rounds/{id}";

    public static string Letter(Guid id) => $"/tasks/letters/{NodeId.Encode("ltr", id)}";

    /// <summary>What was done here and is counted.</summary>
    public static string Of(CountedAct act) => act.Kind switch
    {
        CountedKind.Round => Round(act.SourceId),
        CountedKind.Circular => $"/tasks/circulars/{NodeId.Encode("cir", act.SourceId)}",
        CountedKind.Letter => Letter(act.SourceId),
        CountedKind.Problem or CountedKind.Rectification => $"/tasks/problems/{NodeId.Encode("prb", act.SourceId)}",
        CountedKind.Summary => "/tasks/problems/actions",
    };

    /// <summary>What a computed figure is made of.</summary>
    public static string Figure(int year, string measure) => $"/tasks/{year}/figure/{measure}";
}
