using Commerce.Platform.GraphQL;
using Commerce.TaskList.Inspections;

namespace Commerce.TaskList.GraphQL;

/// <summary>Inspections.</summary>
internal static class InspectionsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(InspectionsGraph).Assembly, "inspections.graphql");
        graph.Type<InspectionView>("Inspection").Node("ins", (ask, ids) => ask.Service<ReadInspections>().ByIds(ids, ask.Cancel))
            .Ref("measure", "mea", v => v.Inspection.MeasureId)
            .Field("figures", v => v.Latest)
            .Field("versions", v => v.All);
        graph.Type<InspectionFigureView>("InspectionFigure")
            .Field("level", f => f.Figure.Level)
            .Field("county", f => f.Figure.County)
            .Field("number", f => f.Figure.Number)
            .Ref("unit", "ou", f => f.Figure.UnitId)
            .Field("on", f => f.Figure.On)
            .Field("checked", f => f.Figure.Checked)
            .Field("found", f => f.Figure.Found)
            .Field("mended", f => f.Figure.Mended)
            .Field("evidence", f => f.Figure.Evidence)
            .Field("attachments", f => f.Files)
            .Field("by", f => f.Figure.ByName)
            .Field("at", f => f.Figure.At);
        graph.Type<InspectionTotal>("InspectionTotal");
        graph.Query("inspections", async ask => await ask.Service<ReadInspections>().Of(ask.Arg<int?>("year"), ask.Cancel));
        graph.Mutation<SaveInspection.Input>("inspectionSave", "ins", (ask, input) => ask.Service<SaveInspection.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DrawCounties.Input>("inspectionDraw", "ins", (ask, input) => ask.Service<DrawCounties.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReportInspection.Input>("inspectionReport", "ins", (ask, input) => ask.Service<ReportInspection.Handler>().Handle(input, ask.Cancel));
    }
}
