using System.Globalization;

namespace Commerce.SharedKernel;

/// <summary>An exact quantity, shown in its own unit and stored as thousandths of the base unit (g, ml, piece).</summary>
/// <param name="Milli">Thousandths of the base unit; this is what the database holds.</param>
/// <param name="Unit">The unit it was given in and is shown in.</param>
public readonly record struct Quantity(long Milli, MeasureUnit Unit)
{
    /// <summary>The number in <see cref="Unit"/>: 48.6 for 48.6 公斤.</summary>
    public decimal Value => Base / Unit.ToBase();

    /// <summary>The number in base units: 48600 (g) for 48.6 公斤.</summary>
    public decimal Base => Milli / 1000m;

    /// <summary>What it measures.</summary>
    public MeasureDimension Dimension => Unit.Dimension();

    /// <summary>True when nothing is there.</summary>
    public bool IsZero => Milli == 0;

    /// <summary>None, in a unit.</summary>
    public static Quantity None(MeasureUnit unit) => new(0, unit);

    /// <summary>From a number in a unit.</summary>
    /// <exception cref="InexactAmountException">Finer than a thousandth of the base unit.</exception>
    public static Quantity Of(decimal value, MeasureUnit unit) =>
        new(Rounding.Exactly(value * unit.ToBase(), 1000, "quantity in thousandths of its base unit"), unit);

    /// <summary>True when <paramref name="value"/> in <paramref name="unit"/> can be held exactly and isn't absurd.</summary>
    public static bool IsExact(decimal value, MeasureUnit unit) =>
        Math.Abs(value) < 1_000_000_000m && decimal.Truncate(value * unit.ToBase() * 1000) == value * unit.ToBase() * 1000;

    /// <summary>The number of <paramref name="unit"/>s this is, exact.</summary>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public decimal In(MeasureUnit unit) => unit.Dimension() == Dimension
        ? Base / unit.ToBase()
        : throw new ArgumentException($"{Unit} can't be counted in {unit}.", nameof(unit));

    /// <summary>The same quantity shown in another unit of its dimension.</summary>
    /// <exception cref="ArgumentException">The unit is of another dimension.</exception>
    public Quantity ShownIn(MeasureUnit unit) => unit.Dimension() == Dimension
        ? this with { Unit = unit }
        : throw new ArgumentException($"{Unit} can't be shown in {unit}.", nameof(unit));

    /// <summary>Sum, shown in the first one's unit.</summary>
    public static Quantity operator +(Quantity a, Quantity b) => a with { Milli = checked(a.Milli + b.ShownIn(a.Unit).Milli) };

    /// <summary>Difference, shown in the first one's unit.</summary>
    public static Quantity operator -(Quantity a, Quantity b) => a with { Milli = checked(a.Milli - b.ShownIn(a.Unit).Milli) };

    /// <summary>97.2 斤.</summary>
    public override string ToString() => $"{Value.ToString("0.######", CultureInfo.InvariantCulture)} {Unit.Name()}";
}
