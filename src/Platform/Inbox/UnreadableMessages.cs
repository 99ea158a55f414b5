using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.Parked;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Inbox;

/// <summary>A message that can't even be read is parked in sight like any other; it never blocks the queue nor lands in a queue that nobody looks at.</summary>
internal static class UnreadableMessages
{
    /// <summary>Its name among the parked events.</summary>
    public const string Name = "unreadable";

    private const int LongestBody = 20_000;

    /// <summary>Replaces the transport's own error and dead-letter queues of an endpoint.</summary>
    public static void ParkUnreadable(this IReceiveEndpointConfigurator endpoint, IServiceProvider services, string name)
    {
        endpoint.ConfigureError(pipe => pipe.UseExecuteAsync(context => Park(services, name, context, context.Exception.GetBaseException().Message)));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseExecuteAsync(context => Park(services, name, context, "The message is no event that this endpoint takes.")));
    }

    // If the database is away this throws, and the broker keeps the message and brings it again.
    private static async Task Park(IServiceProvider services, string endpoint, ReceiveContext context, string reason)
    {
        // What failed is also nobody's: the transport brings it here twice.
        if (context.TryGetPayload<AlreadyParked>(out _))
        {
            return;
        }

        var bytes = context.GetBody();
        var body = Encoding.UTF8.GetString(bytes);
        await services.GetRequiredService<ParkedEvents>().Park(
            // Without an id of its own it is known by what it says, so that it isn't parked anew each time the broker brings it.
            context.TransportHeaders.Get<Guid>("MessageId") ?? new Guid(SHA256.HashData(bytes).AsSpan(0, 16)),
            Name,
            endpoint,
            body.Length <= LongestBody ? body : body[..LongestBody],
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Taken.Refused(reason),
            context.CancellationToken);
        context.GetOrAddPayload(() => new AlreadyParked());
    }

    private sealed class AlreadyParked;
}
