using System.Collections.Concurrent;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>What a demonstration loads at its first start, made once for all tests of a run: each takes a copy of it.</summary>
internal static class Prepared
{
    private static readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<Room>>> Rooms = new();

    public static Task<Room> With(DatabaseProvider provider) => Rooms.GetOrAdd(provider, p => new(() => Make(p))).Value;

    private static async Task<Room> Make(DatabaseProvider provider)
    {
        var room = await Room.Create(provider);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => room.Dispose();
        await using var host = await HostProcess.Start(room);
        Assert.Equal(0, await host.Stop());
        return room;
    }
}
