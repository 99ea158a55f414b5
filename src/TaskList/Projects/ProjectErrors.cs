using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Projects;

/// <summary>What is refused about projects.</summary>
internal static class ProjectErrors
{
    public static Error Name { get; } = new Error(ErrorCode.Invalid, $"项目名称请写 2 至 {Project.NameLength} 字，没有做任何更改。", $"A project's name has 2 to {Project.NameLength} characters; nothing was changed.").At("name");

    public static Error NameTaken { get; } = new Error(ErrorCode.Invalid, "这项任务已有同名的项目，没有做任何更改。", "The task has a project of that name; nothing was changed.").At("name");

    public static Error NameOfWithdrawn(string name) => new Error(ErrorCode.Invalid, $"这项任务有过同名的项目“{name}”，已经撤下，没有做任何更改；请打开那个项目恢复它，或者换一个名称。", $"The task had a project “{name}” that was withdrawn; nothing was changed. Bring that one back on its page, or choose another name.").At("name");

    public static Error NotWithdrawn { get; } = new(ErrorCode.StateNotAllowed, "项目没有撤下，没有做任何更改。", "The project isn't withdrawn; nothing was changed.");

    public static Error NoSuchLeader { get; } = new Error(ErrorCode.Invalid, "没有这位包保领导的有效账号，没有做任何更改；请重新选择。", "No such person has an account in use; nothing was changed. Choose again.").At("leaderId");

    public static Error Parts { get; } = new Error(ErrorCode.Invalid, $"一个项目最多 {Project.MostParts} 个节点、{Project.MostParts} 项数据，没有做任何更改。", $"A project has at most {Project.MostParts} steps and {Project.MostParts} figures; nothing was changed.").At("steps");

    public static Error StepWords { get; } = new Error(ErrorCode.Invalid, $"节点内容请写 2 至 {ProjectStep.WhatLength} 字，没有做任何更改。", $"A step says what it is in 2 to {ProjectStep.WhatLength} characters; nothing was changed.").At("steps");

    public static Error StepDay(int year) => new Error(ErrorCode.Invalid, $"节点日期应在 {year - 5} 年至 {year + 5} 年之间，没有做任何更改。", $"A step's day lies between {year - 5} and {year + 5}; nothing was changed.").At("steps");

    public static Error AimNeedsDay { get; } = new Error(ErrorCode.Invalid, "“力争”的节点要写明日期，没有做任何更改。", "An aim needs a day; nothing was changed.").At("steps");

    public static Error StepIsDone(string what) => new Error(ErrorCode.StateNotAllowed, $"节点“{what}”已登记完成，不能改动或删去；没有做任何更改。确有错误时请先退回。", $"The step “{what}” is recorded as done and can't be changed or left out; nothing was changed. Send it back first.").At("steps");

    public static Error FigureWords { get; } = new Error(ErrorCode.Invalid, "数据项要写名称（2 至 60 字）和单位（1 至 20 字），目标不小于 0、最多四位小数；没有做任何更改。", "A figure has a name (2 to 60 characters), a unit (1 to 20) and a target of zero or more with at most four decimal places; nothing was changed.").At("figures");

    public static Error FigureHasValues(string label) => new Error(ErrorCode.StateNotAllowed, $"“{label}”已有填报，不能删去或改单位；没有做任何更改。", $"“{label}” has values, so it can't be left out or change its unit; nothing was changed.").At("figures");

    public static Error FigureAsked(string label) => new Error(ErrorCode.StateNotAllowed, $"调度问过“{label}”，不能删去或改单位；没有做任何更改。", $"A round asks for “{label}”, so it can't be left out or change its unit; nothing was changed.").At("figures");

    public static Error RoundOpen(string title) => new(ErrorCode.StateNotAllowed, $"调度“{title}”还在问这个项目，没有做任何更改；请先结束或撤回这次调度，再撤下项目。", $"The round “{title}” still asks about the project; nothing was changed. Close or withdraw the round first.");

    public static Error Withdrawn { get; } = new(ErrorCode.StateNotAllowed, "项目已撤下，没有做任何更改。", "The project was withdrawn; nothing was changed.");

    public static Error StepDoneAlready { get; } = new(ErrorCode.StateNotAllowed, "这个节点已登记完成，没有做任何更改。", "The step is recorded as done already; nothing was changed.");

    public static Error StepNotDone { get; } = new(ErrorCode.StateNotAllowed, "这个节点没有登记完成，没有做任何更改。", "The step isn't recorded as done; nothing was changed.");

    public static Error FileForFact { get; } = new Error(ErrorCode.Invalid, "开工、通车要附佐证文件（照片、批文、交工报告），没有做任何更改。", "A start or an opening needs a file that proves it; nothing was changed.").At("fileId");

    public static Error OwnFact { get; } = new(ErrorCode.SamePerson, "登记人不能退回自己登记的节点，没有做任何更改；请换一位督查。", "Nobody sends back what they recorded themselves; nothing was changed. Somebody else has to.");
}
