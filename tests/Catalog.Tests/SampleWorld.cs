using Xunit;

namespace Commerce.Catalog.Tests;

/// <summary>The sample catalogue, made once for the tests of a class that don't change it.</summary>
public sealed class SampleWorld : IAsyncLifetime
{
    internal World World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await World.WithSample();

    public Task DisposeAsync() => World.DisposeAsync().AsTask();
}
