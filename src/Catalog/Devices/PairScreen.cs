using System.Threading.RateLimiting;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Devices;

/// <summary>Why a code got no token.</summary>
internal sealed record PairingRefusal(int Status, string Code, Error Why)
{
    public static PairingRefusal Wrong { get; } = new(StatusCodes.Status400BadRequest, "PAIRING_CODE_WRONG", new(
        ErrorCode.Invalid, "没有这个配对码。请对照登记页面上的 8 位配对码再输一次。", "There is no such pairing code. Look at the 8 characters on the page of screens and type them again."));

    public static PairingRefusal Used { get; } = new(StatusCodes.Status409Conflict, "PAIRING_CODE_USED", new(
        ErrorCode.Invalid, "这个配对码已经用过，一个码只能用一次。请在登记页面再登记一台屏幕。", "This pairing code was used already; each serves once. Register another screen."));

    public static PairingRefusal Expired { get; } = new(StatusCodes.Status410Gone, "PAIRING_CODE_EXPIRED", new(
        ErrorCode.Invalid, "这个配对码已过期，它只有 10 分钟有效。请在登记页面停用这一台，再重新登记。", "This pairing code has run out; it holds for ten minutes. Withdraw this screen and register it anew."));

    public static PairingRefusal Withdrawn { get; } = new(StatusCodes.Status410Gone, "DEVICE_WITHDRAWN", new(
        ErrorCode.Invalid, "这台屏幕已停用，它的配对码不能再用。请重新登记。", "This screen was withdrawn; its pairing code is of no use. Register it anew."));

    public static PairingRefusal TooManyTries { get; } = new(StatusCodes.Status429TooManyRequests, "TOO_MANY_TRIES", new(
        ErrorCode.Invalid, "输错的次数太多，请 5 分钟后再试。", "Too many wrong codes. Try again in five minutes."));
}

/// <summary>Changes a code for a token, once.</summary>
internal sealed class PairScreen(CatalogDbContext db, WrongCodes wrong, TimeProvider clock)
{
    /// <summary>The screen's token, or why there is none.</summary>
    public async Task<(Device? Device, string? Token, PairingRefusal? Refusal)> Pair(string? typed, string address, CancellationToken ct)
    {
        if (!wrong.MayTry(address))
        {
            return (null, null, PairingRefusal.TooManyTries);
        }

        var code = Device.Typed(typed);
        var now = clock.GetUtcNow();
        var device = code.Length == Device.CodeLength ? await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.Code == code, ct) : null;
        var refusal = device switch
        {
            null => PairingRefusal.Wrong,
            { WithdrawnAt: not null } => PairingRefusal.Withdrawn,
            { PairedAt: not null } => PairingRefusal.Used,
            _ when !device.Waits(now) => PairingRefusal.Expired,
            _ => null,
        };
        if (refusal is not null)
        {
            wrong.Count(address);
            return (null, null, refusal);
        }

        // Typed on two screens at the same moment, one gets it.
        var token = ScreenToken.New();
        var hash = Device.HashOf(token);
        return await db.Devices.Where(d => d.Id == device!.Id && d.PairedAt == null && d.WithdrawnAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.TokenHash, hash).SetProperty(d => d.PairedAt, now).SetProperty(d => d.LastSeenAt, now), ct) == 1
            ? (device, token, null)
            : (null, null, PairingRefusal.Used);
    }
}

/// <summary>Wrong codes per client address: ten within five minutes, of 10^11 that there are.</summary>
internal sealed class WrongCodes : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(5) }));

    public bool MayTry(string address)
    {
        using var lease = limiter.AttemptAcquire(address, 0);
        return lease.IsAcquired;
    }

    public void Count(string address) => limiter.AttemptAcquire(address).Dispose();

    public void Dispose() => limiter.Dispose();
}
