using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.Inspections;

/// <summary>What inspections offer.</summary>
internal static class InspectionsPart
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<ReadInspections>();
        module.Services.AddScoped<SaveInspection.Handler>();
        module.Services.AddScoped<DrawCounties.Handler>();
        module.Services.AddScoped<ReportInspection.Handler>();
        module.Route(InspectionFiles.Map);
        module.RoomWithin("/tasks", 35, "检查", "Inspections", "/tasks/inspections", Capability.TaskRead);
    }
}
