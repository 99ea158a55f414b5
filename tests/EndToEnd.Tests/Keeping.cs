using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Commerce.EndToEnd.Tests;

/// <summary>Keeps what a host logs, exceptions included.</summary>
internal sealed class Keeping(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        log.Enqueue(formatter(state, exception) + " " + exception);

    public void Dispose()
    {
    }
}
