using Commerce.Ordering.Budgets;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.ImportBudgets;

/// <summary>GET /budgets/import.xlsx, with ?year=2027: the budgets that one sets, in the form that is imported.</summary>
internal static class BudgetTemplateDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/budgets/import.xlsx", async (HttpContext http, ReadBudgets budgets, int? year, CancellationToken ct) =>
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "private, no-store";
            var read = await budgets.Read(year, ct);
            return Results.File(BudgetSheet.Template(read), XlsxFile.MediaType, $"{read.Year}年度预算.xlsx");
        })
        .WithMetadata(new RequiresAttribute(Capability.BudgetManage));
}
