using System.Linq.Expressions;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Totals;

/// <summary>What a row is of; what isn't asked for stays empty.</summary>
internal sealed record RowKey
{
    /// <summary>Always there, so that a question by nothing has a key too.</summary>
    public int Year { get; init; }

    public Guid Unit { get; init; }

    public Guid Village { get; init; }

    public int Month { get; init; }

    public Guid Product { get; init; }

    public Guid Producer { get; init; }

    public PurchasePurpose? Purpose { get; init; }

    public Guid Outlet { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>20263: the third quarter of 2026.</summary>
    public int Quarter { get; init; }

    /// <summary>Grams and pieces are summed apart, then shown as one row.</summary>
    public MeasureDimension? Dimension { get; init; }

    /// <summary>What a ledger row's quantity is counted in; its dimension is told from it.</summary>
    public MeasureUnit? CountedIn { get; init; }

    /// <summary>The same one year earlier.</summary>
    public RowKey YearBefore() => this with { Year = Year - 1, Month = Month == 0 ? 0 : Month - 100, Quarter = Quarter == 0 ? 0 : Quarter - 10 };

    /// <summary>The same with the dimension said outright.</summary>
    public RowKey Told() => CountedIn is { } unit ? this with { Dimension = unit.Dimension(), CountedIn = null } : this;

    /// <summary>The key as an expression that names only the columns asked for: databases can't group by constants alike.</summary>
    /// <typeparam name="T">Ledger rows or their rollup; the columns have the same names.</typeparam>
    public static Expression<Func<T, RowKey>> Of<T>(IEnumerable<TotalsBy> by, bool dimension)
    {
        var row = Expression.Parameter(typeof(T));
        var month = Expression.Property(row, nameof(LedgerTotal.MonthNumber));
        List<MemberAssignment> columns = [Bind(nameof(Year), Expression.Divide(month, Expression.Constant(100)))];
        columns.AddRange(by.Where(b => b != TotalsBy.Year).Select(b => b switch
        {
            TotalsBy.Unit => Bind(nameof(Unit), Expression.Property(row, nameof(LedgerTotal.UnitId))),
            TotalsBy.Village => Bind(nameof(Village), Expression.Property(row, nameof(LedgerTotal.VillageId))),
            TotalsBy.Month => Bind(nameof(Month), month),
            TotalsBy.Product => Bind(nameof(Product), Expression.Property(row, nameof(LedgerTotal.ProductId))),
            TotalsBy.Producer => Bind(nameof(Producer), Expression.Property(row, nameof(LedgerTotal.ProducerId))),
            TotalsBy.Purpose => Bind(nameof(Purpose), Expression.Property(row, nameof(LedgerTotal.Purpose))),
            TotalsBy.Outlet => Bind(nameof(Outlet), Expression.Property(row, nameof(LedgerTotal.OutletId))),
            TotalsBy.Channel => Bind(nameof(Channel), Expression.Property(row, nameof(LedgerTotal.Channel))),
            TotalsBy.Quarter => Bind(nameof(Quarter), QuarterOf(month)),
            TotalsBy.Year => Bind(nameof(Year), Expression.Divide(month, Expression.Constant(100))),
        }));
        if (dimension)
        {
            columns.Add(typeof(T) == typeof(LedgerEntry)
                ? Bind(nameof(CountedIn), Expression.Property(row, nameof(LedgerEntry.QuantityUnit)))
                : Bind(nameof(Dimension), Expression.Property(row, nameof(LedgerTotal.Dimension))));
        }

        return Expression.Lambda<Func<T, RowKey>>(Expression.MemberInit(Expression.New(typeof(RowKey)), columns), row);
    }

    // 202608 becomes 20263.
    private static BinaryExpression QuarterOf(Expression month) => Expression.Add(
        Expression.Multiply(Expression.Divide(month, Expression.Constant(100)), Expression.Constant(10)),
        Expression.Divide(Expression.Add(Expression.Modulo(month, Expression.Constant(100)), Expression.Constant(2)), Expression.Constant(3)));

    private static MemberAssignment Bind(string name, Expression column)
    {
        var property = typeof(RowKey).GetProperty(name)!;
        return Expression.Bind(property, column.Type == property.PropertyType ? column : Expression.Convert(column, property.PropertyType));
    }
}
