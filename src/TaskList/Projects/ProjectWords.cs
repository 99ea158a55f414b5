using System.Globalization;
using Commerce.TaskList.Domain;
using Commerce.Ui;

namespace Commerce.TaskList.Projects;

/// <summary>The words of projects, and where their pages are.</summary>
internal static class ProjectWords
{
    public const string Path = "/tasks/projects";

    public static string Of(Guid project) => $"{Path}/{project:N}";

    public static string Name(this ProjectKind kind, bool chinese) => kind switch
    {
        ProjectKind.Continued => chinese ? "续建" : "continued",
        ProjectKind.Starting => chinese ? "新开工" : "starting this year",
        ProjectKind.Planned => chinese ? "拟开工" : "planned",
    };

    public static string Name(this StepKind kind, bool chinese) => kind switch
    {
        StepKind.Other => chinese ? "节点" : "step",
        StepKind.Start => chinese ? "开工" : "start of work",
        StepKind.Opening => chinese ? "通车或投用" : "opening",
    };

    /// <summary>718 公里 of 718, or what is missing.</summary>
    public static string Value(this ProjectFigureView figure, bool chinese) =>
        (figure.Actual is { } actual ? Number(actual) : chinese ? "未报" : "not reported") + (figure.Target is { } target ? $"/{Number(target)}" : "") + $" {figure.Unit}";

    public static string Kind(this Words w, ProjectKind kind) => kind.Name(w.Chinese);

    private static string Number(decimal value) => value.ToString("#,##0.####", CultureInfo.InvariantCulture);
}
