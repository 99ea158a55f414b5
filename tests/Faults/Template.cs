using System.Collections.Concurrent;

namespace Commerce.Faults;

/// <summary>A place with the sample data in it, made once in a run for each set-up: suites begin with a copy, which takes a moment instead of a first start.</summary>
internal static class Template
{
    private static readonly ConcurrentDictionary<SetUp, Lazy<Task<Place>>> Made = new();

    public static Task<Place> Of(SetUp setUp, string hostDll) => Made.GetOrAdd(setUp, s => new(() => Make(s, hostDll))).Value;

    private static async Task<Place> Make(SetUp setUp, string hostDll)
    {
        var folder = Directory.CreateTempSubdirectory("commerce-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var place = await Place.Make(setUp, folder);
        await using var server = new Server(hostDll, folder, place, "template.log");
        if (setUp == SetUp.Servers && await server.Verb("migrate") is var code and not 0)
        {
            throw new SuiteFailedException($"migrate ended with {code}");
        }

        await server.Start();
        return await server.Stop() == 0 ? place : throw new SuiteFailedException("the template's host didn't stop in order");
    }
}
