using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Commerce.TaskList.Data;

/// <summary>A figure of a measure, exact to four places (4.97 亿元, 0.5 公顷): a whole number of ten-thousandths.</summary>
internal sealed class StoredFigure() : ValueConverter<decimal, long>(v => (long)(v * 10_000m), v => v / 10_000m);
