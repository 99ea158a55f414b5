using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Organisations.FirstAdministrator;

/// <summary>A fresh installation has nobody who could let the first person in; the settings do.</summary>
internal sealed class FirstAdministrator(
    OrganisationsDbContext db, UserManager<User> users, OrganisationsOptions options, OrgDirectory directory, OutboxBell bell, TimeProvider clock, ILogger<FirstAdministrator> log)
{
    public async Task Ensure(CancellationToken ct)
    {
        if (await db.Users.AnyAsync(ct))
        {
            return;
        }

        if (string.IsNullOrEmpty(options.UserName))
        {
            log.LogWarning("There are no accounts. Set Commerce__FirstAdministrator__UserName and Commerce__FirstAdministrator__Password and start again");
            return;
        }

        if (await db.InTransaction(_ => Create(ct), ct))
        {
            bell.Ring();
            directory.Forget();
            log.LogInformation("First administrator {UserName} created", options.UserName);
        }
    }

    private async Task<bool> Create(CancellationToken ct)
    {
        // Two hosts may start together: the second looks again inside the transaction.
        if (await db.Users.AnyAsync(ct))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var root = await db.Units.SingleOrDefaultAsync(u => u.Kind == OrgUnitKind.Department, ct);
        if (root is null)
        {
            root = new OrgUnit { Id = Guid.CreateVersion7(now), Name = options.Department, Kind = OrgUnitKind.Department, IsBudgetUnit = true, ValidFrom = now.DayInChina(), UpdatedAt = now };
            db.Units.Add(root);
            db.State(root, now);
        }

        var user = new User { Id = Guid.CreateVersion7(now), UserName = options.UserName, DisplayName = options.UserName!, HomeUnitId = root.Id };
        var created = await users.CreateAsync(user, options.Password!);
        if (!created.Succeeded)
        {
            throw new WrongSettingException("Commerce:FirstAdministrator:UserName", $"can't be used: {string.Join("; ", created.Errors.Select(e => e.Description))}");
        }

        db.State(user, now);
        db.RoleAssignments.Add(new RoleAssignment { Id = Guid.CreateVersion7(now), UserId = user.Id, Role = Role.Administrator, UnitId = root.Id, ValidFrom = now.DayInChina() });
        await db.SaveChangesAsync(ct);
        return true;
    }
}
