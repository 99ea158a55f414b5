using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Organisations.SignIn;

/// <summary>User name and password as typed.</summary>
internal sealed record Credentials(string? UserName, string? Password);

/// <summary>Checks a password. Five wrong tries lock the account for five minutes.</summary>
internal sealed class PasswordCheck(
    OrganisationsDbContext db, IPasswordHasher<User> hasher, ILookupNormalizer normalizer, OrgDirectory directory, TimeProvider clock, ILogger<PasswordCheck> log)
{
    public const int Tries = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    // One try per account at a time on a host: many at once can't slip past the count.
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    // Names that don't exist take as long as those that do.
    private static string? nobodysHash;

    /// <summary>The account, or null: who asks isn't told why.</summary>
    public async Task<User?> Check(Credentials credentials, CancellationToken ct)
    {
        if (credentials is not { UserName: { Length: > 0 and <= User.NameLength } userName, Password: { Length: > 0 and <= User.MostPasswordCharacters } password })
        {
            return null;
        }

        var name = normalizer.NormalizeName(userName);
        var turn = Turns[(uint)name.GetHashCode(StringComparison.Ordinal) % Turns.Length];
        await turn.WaitAsync(ct);
        try
        {
            return await Try(name, password, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<User?> Try(string name, string password, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedUserName == name, ct);
        var hash = user?.PasswordHash ?? (nobodysHash ??= hasher.HashPassword(null!, Guid.NewGuid().ToString()));
        var right = hasher.VerifyHashedPassword(user!, hash, password) != PasswordVerificationResult.Failed;
        var now = clock.GetUtcNow();
        if (user is null || user.Disabled || user.LockoutEnd > now)
        {
            return null;
        }

        if (!right)
        {
            await CountWrongTry(user.Id, now, ct);
            log.LogWarning("Wrong password for account {AccountId}", user.Id);
            return null;
        }

        if (user.AccessFailedCount > 0)
        {
            await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0), ct);
        }

        // The copy in memory may not know a stamp that another host has just written.
        directory.Forget();
        return user;
    }

    private Task<int> CountWrongTry(Guid userId, DateTimeOffset now, CancellationToken ct)
    {
        DateTimeOffset? until = now + LockedFor;
        return db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(
            s => s
                .SetProperty(u => u.LockoutEnd, u => u.AccessFailedCount + 1 >= Tries ? until : u.LockoutEnd)
                .SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1 >= Tries ? 0 : u.AccessFailedCount + 1),
            ct);
    }
}
