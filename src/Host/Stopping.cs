using System.Globalization;
using Commerce.Platform.Modules;

namespace Commerce.Host;

/// <summary>Stops in order: first it says that it isn't ready, so that a balancer sends nobody any more; then no new connections, the
/// requests under way are answered, and at last the bus and the relay end. What was stored and not yet sent goes out after the next start.</summary>
internal sealed class Stopping(Readiness readiness, Stopping.Drain drain, ILogger<Stopping> log) : IHostedLifecycleService
{
    private const string Key = "Commerce:DrainSeconds";
    private const int LongestDrain = 15;

    // Under the 30 seconds that service managers wait before they kill.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(25);

    /// <exception cref="WrongSettingException">The time is out of range.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Limit);
        builder.Services.AddSingleton(new Drain(ReadDrain(builder.Configuration)));
        builder.Services.AddHostedService<Stopping>();
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.IsReady = false;
        log.LogInformation("Stopping: no longer ready; requests under way are answered");
        await Task.Delay(drain.Time, cancellationToken);
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        log.LogInformation("Stopped");
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static TimeSpan ReadDrain(IConfiguration configuration) => configuration[Key] is not { Length: > 0 } text ? TimeSpan.Zero
        : int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= LongestDrain ? TimeSpan.FromSeconds(seconds)
        : throw new WrongSettingException(Key, $"is {text}; it may be 0 to {LongestDrain}");

    /// <summary>How long a server that stops still answers everybody while it already says that it isn't ready.</summary>
    /// <param name="Time">None unless set: a balancer in front needs a little more than the time between two of its looks.</param>
    internal sealed record Drain(TimeSpan Time);
}
