using Commerce.TaskList.Board;
using Commerce.Ui;
using Microsoft.AspNetCore.Components;

namespace Commerce.TaskList.Figures;

/// <summary>Puts a figure into a page.</summary>
internal static class FigureFragments
{
    /// <param name="figure">The figure.</param>
    /// <param name="w">The words.</param>
    /// <param name="path">For a reckoned one the page with what it is made of.</param>
    public static RenderFragment Of(FigureView figure, Words w, string? path) => builder =>
    {
        builder.OpenComponent<Figure>(0);
        builder.AddComponentParameter(1, nameof(Figure.Label), figure.Label(w.Chinese));
        builder.AddComponentParameter(2, nameof(Figure.Value), w.Value(figure));
        builder.AddComponentParameter(3, nameof(Figure.Path), path);
        builder.AddComponentParameter(4, nameof(Figure.Origin), w.Origin(figure));
        builder.AddComponentParameter(5, nameof(Figure.FileHref), figure.File?.Url);
        builder.AddComponentParameter(6, nameof(Figure.FileName), figure.File?.Name);
        builder.AddComponentParameter(7, nameof(Figure.Missing), figure.Missing);
        builder.CloseComponent();
    };
}
