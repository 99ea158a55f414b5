using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Organisations.SignIn;

/// <summary>User name and password as typed.</summary>
internal sealed record Credentials(string? UserName, string? Password);

/// <summary>Checks a password. Five wrong tries lock the account for five minutes, for the address that they came from; fifty from
/// addresses that never had the right one lock it for all such addresses. So nobody is locked out by somebody else where they usually sign in.</summary>
internal sealed class PasswordCheck(
    OrganisationsDbContext db, IPasswordHasher<User> hasher, ILookupNormalizer normalizer, OrgDirectory directory, WrongTries wrongTries, TimeProvider clock, ILogger<PasswordCheck> log)
{
    public const int Tries = 5;

    /// <summary>Of all strange addresses together.</summary>
    public const int StrangeTries = 50;

    /// <summary>So long is an address known after the right password came from it.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromDays(90);

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    // One try per account at a time on a host: many at once can't slip past the count.
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    // Names that don't exist take as long as those that do.
    private static string? nobodysHash;

    /// <summary>The account, or null: who asks isn't told why.</summary>
    public async Task<User?> Check(Credentials credentials, string address, CancellationToken ct)
    {
        if (credentials is not { UserName: { Length: > 0 and <= User.NameLength } userName, Password: { Length: > 0 and <= User.MostPasswordCharacters } password }
            || !wrongTries.MayTry(address))
        {
            return null;
        }

        var name = normalizer.NormalizeName(userName);
        var turn = Turns[(uint)name.GetHashCode(StringComparison.Ordinal) % Turns.Length];
        await turn.WaitAsync(ct);
        try
        {
            return await Try(name, password, address, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<User?> Try(string name, string password, string address, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedUserName == name, ct);
        var hash = user?.PasswordHash ?? (nobodysHash ??= hasher.HashPassword(null!, Guid.NewGuid().ToString()));
        var right = hasher.VerifyHashedPassword(user!, hash, password) != PasswordVerificationResult.Failed;
        var now = clock.GetUtcNow();
        if (user is null)
        {
            wrongTries.Count(address);
            return null;
        }

        var key = SignInTries.AddressKey(user.Id, address);
        var tries = await db.SignInTries.AsNoTracking().SingleOrDefaultAsync(t => t.UserId == user.Id && t.Address == key, ct);
        var strange = !(tries?.LastRight + Known > now);
        if (user.Disabled || tries?.LockedUntil > now || (strange && user.LockoutEnd > now))
        {
            // A locked account tells nothing, not even by how soon the address itself is stopped.
            if (!right)
            {
                wrongTries.Count(address);
            }

            return null;
        }

        if (!right)
        {
            wrongTries.Count(address);
            await CountWrongTry(user.Id, key, strange, now, ct);
            log.LogWarning("Wrong password for account {AccountId}", user.Id);
            return null;
        }

        await RememberRight(user.Id, key, now, ct);

        // The copy in memory may not know a stamp that another host has just written.
        directory.Forget();
        return user;
    }

    private async Task CountWrongTry(Guid userId, string key, bool strange, DateTimeOffset now, CancellationToken ct)
    {
        DateTimeOffset? until = now + LockedFor;
        await Write(
            userId,
            key,
            now,
            rows => rows.ExecuteUpdateAsync(
                s => s
                    .SetProperty(t => t.LastTry, now)
                    .SetProperty(t => t.LockedUntil, t => t.Wrong + 1 >= Tries ? until : t.LockedUntil)
                    .SetProperty(t => t.Wrong, t => t.Wrong + 1 >= Tries ? 0 : t.Wrong + 1),
                ct),
            ct);
        if (strange)
        {
            await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(
                s => s
                    .SetProperty(u => u.LockoutEnd, u => u.AccessFailedCount + 1 >= StrangeTries ? until : u.LockoutEnd)
                    .SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1 >= StrangeTries ? 0 : u.AccessFailedCount + 1),
                ct);
        }
    }

    private async Task RememberRight(Guid userId, string key, DateTimeOffset now, CancellationToken ct)
    {
        DateTimeOffset? right = now;
        await Write(
            userId,
            key,
            now,
            rows => rows.ExecuteUpdateAsync(s => s.SetProperty(t => t.LastTry, now).SetProperty(t => t.LastRight, right).SetProperty(t => t.Wrong, 0), ct),
            ct);

        // What is too old to decide anything any more.
        var old = now - Known;
        await db.SignInTries.Where(t => t.UserId == userId && t.LastTry < old).ExecuteDeleteAsync(ct);
    }

    /// <summary>Changes the row, which is made first where there is none; another host may be as fast.</summary>
    private async Task Write(Guid userId, string key, DateTimeOffset now, Func<IQueryable<SignInTries>, Task<int>> change, CancellationToken ct)
    {
        var row = db.SignInTries.Where(t => t.UserId == userId && t.Address == key);
        if (await change(row) > 0)
        {
            return;
        }

        var added = db.SignInTries.Add(new SignInTries { UserId = userId, Address = key, LastTry = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            added.State = EntityState.Detached;
        }

        await change(row);
    }
}
