using System.Security.Claims;

namespace Commerce.Platform.People;

/// <summary>Who stands behind a cookie or token now: with today's roles, or null when the account was disabled or its security stamp has changed.
/// Nobody is recognised as an actor who hasn't signed in. What it says is never older than five seconds.</summary>
/// <param name="who">What the ticket says.</param>
/// <param name="ct">Cancellation.</param>
public delegate ValueTask<Actor?> Recognition(ClaimsPrincipal who, CancellationToken ct);
