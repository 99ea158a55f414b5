using System.Runtime.CompilerServices;
using System.Text.Json;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Outbox;
using Xunit;

namespace Commerce.Platform.Tests;

/// <summary>What travels: ids, cursors, events.</summary>
public sealed class WireTests
{
    [Fact]
    public void An_id_keeps_its_kind()
    {
        var id = Guid.NewGuid();

        Assert.True(NodeId.TryDecode(NodeId.Encode("prd", id), "prd", out var back));
        Assert.Equal(id, back);
        Assert.False(NodeId.TryDecode(NodeId.Encode("prd", id), "po", out _));
        Assert.False(NodeId.TryDecode("prd_zz", "prd", out _));
        Assert.False(NodeId.TrySplit(null, out _, out _));
    }

    [Fact]
    public void A_cursor_that_somebody_changed_is_refused()
    {
        var cursors = new Cursors(() => new byte[32]);
        var cursor = cursors.Encode("42");

        Assert.Equal("42", cursors.Decode(cursor));
        Assert.Throws<BadCursorException>(() => cursors.Decode(cursor[..^1] + (cursor[^1] == 'A' ? 'B' : 'A')));
        Assert.Throws<BadCursorException>(() => cursors.Decode("!"));
        Assert.Throws<BadCursorException>(() => new Cursors(() => [.. Enumerable.Repeat((byte)1, 32)]).Decode(cursor));
    }

    [Fact]
    public async Task Events_keep_their_form_on_the_wire()
    {
        var readable = new JsonSerializerOptions(EventNames.Json) { WriteIndented = true };
        var contracts = typeof(Contracts.EventAttribute).Assembly;
        EventNames.Register(contracts);
        var printed = contracts.GetExportedTypes().Where(t => EventNames.Find(t.FullName!) is not null).OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => $"{EventNames.Of(t)}\n{JsonSerializer.Serialize(Sample(t), t, readable)}\n");
        var text = string.Join('\n', printed);
        var golden = Path.Combine(Folder(), "golden", "events.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            await File.WriteAllTextAsync(golden, text);
        }

        Assert.True(File.Exists(golden), "Run once with UPDATE_GOLDEN=1 and look at the difference.");
        Assert.Equal(await File.ReadAllTextAsync(golden), text);
    }

    private static object? Sample(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Sample(inner);
        }

        return type switch
        {
            _ when type == typeof(string) => "文字",
            _ when type == typeof(Guid) => new Guid("01890a5d-ac96-774b-bcce-b302099a8057"),
            _ when type == typeof(decimal) => 48.6m,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 7L,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 6, 20),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 6, 20, 2, 0, 0, TimeSpan.Zero),
            { IsGenericType: true } => List(type.GetGenericArguments()[0]),
            _ => type.GetConstructors()[0] is var make ? make.Invoke([.. make.GetParameters().Select(p => Sample(p.ParameterType))]) : null,
        };
    }

    private static Array List(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Sample(item), 0);
        return list;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
