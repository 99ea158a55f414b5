using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Commerce.Testing;

/// <summary>Lets somebody else act, once, right after the first read of a table: the moment at which two who work at the same time get into each other's way.</summary>
/// <param name="table">Part of the table's name.</param>
/// <param name="act">What the other does.</param>
public sealed class AfterFirstRead(string table, Func<Task> act) : DbCommandInterceptor
{
    /// <summary>Whether it came to that.</summary>
    public bool Acted { get; private set; }

    /// <inheritdoc />
    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (!Acted && command.CommandText.Contains(table, StringComparison.OrdinalIgnoreCase))
        {
            Acted = true;
            await act();
        }

        return result;
    }
}
