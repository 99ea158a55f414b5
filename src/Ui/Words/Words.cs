using System.Globalization;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Ui;

/// <summary>The words of a page, both languages side by side where they are used: <c>@W["提交", "Submit"]</c>. Which one shows is
/// the account's choice, else what the browser asks for, else Chinese.</summary>
/// <param name="here">Who looks.</param>
public sealed class Words(CurrentActor here)
{
    /// <summary>True when Chinese shows.</summary>
    public bool Chinese => here.Actor.Chinese;

    /// <summary>The one that shows.</summary>
    public string this[string chinese, string english] => Chinese ? chinese : english;

    /// <summary>A refusal in the reader's language.</summary>
    public string this[Error refusal] => refusal.Text(Chinese);

    /// <summary>An amount as it stands in tables: 12,544.32. The unit (元) stands in the column's head, once.</summary>
    public static string Yuan(Money amount) => amount.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>A price with what it is for: 5.60 元/斤.</summary>
    public string Price(UnitPrice price) => $"{price.Amount.ToString("#,##0.00##", CultureInfo.InvariantCulture)} {this["元", "yuan"]}/{price.Per.Name(Chinese)}";

    /// <summary>A quantity; what is weighed in 斤 shows its kilograms too: 100 斤 (50 kg).</summary>
    public string Amount(Quantity quantity) => quantity.Unit == MeasureUnit.Jin
        ? $"{Number(quantity.Value)} {quantity.Unit.Name(Chinese)} ({Number(quantity.In(MeasureUnit.Kg))} kg)"
        : $"{Number(quantity.Value)} {quantity.Unit.Name(Chinese)}";

    /// <summary>A number with its thousands apart and no zeros at its end.</summary>
    public static string Number(decimal value) => value.ToString("#,##0.###", CultureInfo.InvariantCulture);

    /// <summary>A day: 2026年6月30日; 30 Jun 2026.</summary>
    public string Day(DateOnly day) => Chinese ? $"{day.Year}年{day.Month}月{day.Day}日" : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant as the clock on the wall in China shows it: 2026-06-30 14:05.</summary>
    public string Moment(DateTimeOffset instant) =>
        instant.ClockInChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A month: 2026年6月; June 2026.</summary>
    public string Month(Month month) => Chinese
        ? $"{month.Year}年{month.OfYear}月"
        : new DateOnly(month.Year, month.OfYear, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
