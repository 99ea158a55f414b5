using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.Problems;

/// <summary>What the ledger of problems offers.</summary>
internal static class ProblemsPart
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<ReadProblems>();
        module.Services.AddScoped<ReadSpecialActions>();
        module.Services.AddScoped<RecordProblem.Handler>();
        module.Services.AddScoped<PlanProblem.Handler>();
        module.Services.AddScoped<ReportProblem.Handler>();
        module.Services.AddScoped<ReviewProblem.Handler>();
        module.Services.AddScoped<ReopenProblem.Handler>();
        module.Services.AddScoped<RecheckProblem.Handler>();
        module.Services.AddScoped<AskProblemExtension.Handler>();
        module.Services.AddScoped<DecideProblemExtension.Handler>();
        module.Services.AddScoped<CorrectProblem.Handler>();
        module.Services.AddScoped<SaveSpecialAction.Handler>();
        module.Services.AddScoped<SummariseSpecialAction.Handler>();
        module.Todo<ProblemTodos>();
        module.Route(ProblemFiles.Map);
        module.RoomWithin("/tasks", 30, "问题整改", "Problems", "/tasks/problems", Capability.TaskRead);
    }
}
