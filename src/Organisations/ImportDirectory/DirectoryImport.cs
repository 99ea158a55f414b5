using Commerce.Organisations.Data;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.ImportDirectory;

/// <summary>A file laid over the directory: what each row does, and the accounts that still need a password.</summary>
/// <param name="Rows">In the file's order.</param>
/// <param name="Opened">New accounts.</param>
internal sealed record Laid(IReadOnlyList<RowVerdict> Rows, IReadOnlyList<User> Opened);

/// <summary>Lays a file over the directory inside the caller's unit of work; looking and saving go the same way, so that the one tells what the other does.</summary>
internal sealed class DirectoryImport(OrganisationsDbContext db, UserManager<User> users, Actor actor, TimeProvider clock)
{
    public async Task<Result<Laid>> Lay(byte[] file, string name, CancellationToken ct)
    {
        var sheets = FilledTable.Sheets(file, name, Sheets.MostRows);
        if (sheets.Failed)
        {
            return sheets.Error!;
        }

        var units = FilledTable.In(sheets.Value, Sheets.UnitName, Sheets.Parent);
        var accounts = FilledTable.In(sheets.Value, Sheets.UserName, Sheets.Person);
        if (units is null && accounts is null)
        {
            return OfficeFileErrors.NoHead($"{Sheets.UnitName}、{Sheets.Parent}”或“{Sheets.UserName}、{Sheets.Person}");
        }

        if ((units?.Rows.Count ?? 0) + (accounts?.Rows.Count ?? 0) == 0)
        {
            return OfficeFileErrors.NoRows;
        }

        var now = clock.GetUtcNow();
        var finder = new UnitFinder(await db.Units.ToListAsync(ct), now.DayInChina());
        await db.Users.LoadAsync(ct);
        await db.RoleAssignments.LoadAsync(ct);
        List<RowVerdict> rows = [.. units is null ? [] : new UnitRows(db, actor, finder, now).Apply(units)];
        var people = new AccountRows(db, actor, finder, users, now);
        rows.AddRange(accounts is null ? [] : people.Apply(accounts));
        return people.Opened.Count > Sheets.MostNewAccounts ? OrganisationsErrors.TooManyAccounts(Sheets.MostNewAccounts) : new Laid(rows, people.Opened);
    }
}
