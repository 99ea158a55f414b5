using MudBlazor;

namespace Commerce.Ui.Theme;

/// <summary>The component library in the house's colours and type; what isn't here stands in house.css.</summary>
internal static class HouseTheme
{
    private static readonly string[] Fonts = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif"];

    public static MudTheme Value { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f6f54",
            PrimaryContrastText = "#ffffff",
            Secondary = "#1f2328",
            Tertiary = "#1d5faf",
            Info = "#1d5faf",
            Success = "#1f6f54",
            Warning = "#9a6700",
            Error = "#b42318",
            Black = "#1f2328",
            Background = "#f7f7f5",
            Surface = "#ffffff",
            TextPrimary = "#1f2328",
            TextSecondary = "#555b63",
            TextDisabled = "#6a6f76",
            ActionDefault = "#1f2328",
            ActionDisabled = "#6a6f76",
            ActionDisabledBackground = "#e7e6e1",
            LinesDefault = "#dad9d3",
            LinesInputs = "#8c8b86",
            TableLines = "#dad9d3",
            TableStriped = "#f7f7f5",
            Divider = "#dad9d3",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.6", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.25rem", FontWeight = "600", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.6", LetterSpacing = "normal", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
