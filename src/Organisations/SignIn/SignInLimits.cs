using System.Threading.RateLimiting;
using Commerce.Platform.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Organisations.SignIn;

/// <summary>Wrong tries per client address, over all accounts: many accounts with one password get no further than one account with many.</summary>
internal sealed class WrongTries(SignInSettings options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.WrongTriesPerAddress, Window = TimeSpan.FromMinutes(5) }));

    /// <summary>True while the address may still be wrong.</summary>
    public bool MayTry(string address)
    {
        using var lease = limiter.AttemptAcquire(address, 0);
        return lease.IsAcquired;
    }

    public void Count(string address) => limiter.AttemptAcquire(address).Dispose();

    public void Dispose() => limiter.Dispose();
}

/// <summary>Tries per client address, right or wrong.</summary>
internal static class SignInLimits
{
    public const string Policy = "sign-in";

    public static void Add(IServiceCollection services, SignInSettings options)
    {
        services.AddSingleton(options);
        services.AddSingleton<WrongTries>();
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            o.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
                ClientAddress.Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = options.TriesPerMinute, Window = TimeSpan.FromMinutes(1) }));
        });
    }
}
