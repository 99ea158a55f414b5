namespace Commerce.SharedKernel;

/// <summary>Units of measure (计量单位). 1 公斤 = 2 斤 = 1000 克; 1 两 = 50 克. Boxes and bags count as pieces with a stated net content.</summary>
public enum MeasureUnit
{
    /// <summary>公斤, kilogram.</summary>
    Kg,

    /// <summary>克, gram: the base of mass.</summary>
    G,

    /// <summary>斤, half a kilogram.</summary>
    Jin,

    /// <summary>两, 50 grams.</summary>
    Liang,

    /// <summary>升, litre.</summary>
    L,

    /// <summary>毫升, millilitre: the base of volume.</summary>
    Ml,

    /// <summary>件/只/枚, a piece: the base of count.</summary>
    Piece,

    /// <summary>箱/盒, a box with a stated net content.</summary>
    Box,

    /// <summary>袋, a bag with a stated net content.</summary>
    Bag,
}

/// <summary>What a unit measures. Units of different dimensions never convert.</summary>
public enum MeasureDimension
{
    /// <summary>Weight, base gram.</summary>
    Mass,

    /// <summary>Volume, base millilitre.</summary>
    Volume,

    /// <summary>Number of things, base piece.</summary>
    Count,
}

/// <summary>Facts about units of measure.</summary>
public static class MeasureUnits
{
    /// <summary>What the unit measures.</summary>
    public static MeasureDimension Dimension(this MeasureUnit unit) => unit switch
    {
        MeasureUnit.Kg or MeasureUnit.G or MeasureUnit.Jin or MeasureUnit.Liang => MeasureDimension.Mass,
        MeasureUnit.L or MeasureUnit.Ml => MeasureDimension.Volume,
        MeasureUnit.Piece or MeasureUnit.Box or MeasureUnit.Bag => MeasureDimension.Count,
    };

    /// <summary>How many base units (g, ml, piece) one of this unit is.</summary>
    public static int ToBase(this MeasureUnit unit) => unit switch
    {
        MeasureUnit.Kg or MeasureUnit.L => 1000,
        MeasureUnit.Jin => 500,
        MeasureUnit.Liang => 50,
        MeasureUnit.G or MeasureUnit.Ml or MeasureUnit.Piece or MeasureUnit.Box or MeasureUnit.Bag => 1,
    };

    /// <summary>The unit's name: Chinese or English.</summary>
    public static string Name(this MeasureUnit unit, bool chinese = true) => unit switch
    {
        MeasureUnit.Kg => chinese ? "公斤" : "kg",
        MeasureUnit.G => chinese ? "克" : "g",
        MeasureUnit.Jin => chinese ? "斤" : "jin (0.5 kg)",
        MeasureUnit.Liang => chinese ? "两" : "liang (50 g)",
        MeasureUnit.L => chinese ? "升" : "L",
        MeasureUnit.Ml => chinese ? "毫升" : "ml",
        MeasureUnit.Piece => chinese ? "件" : "piece",
        MeasureUnit.Box => chinese ? "盒" : "box",
        MeasureUnit.Bag => chinese ? "袋" : "bag",
    };
}
