using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>The verb audit verify as it is typed.</summary>
public sealed class AuditVerifyVerb
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_tail_cut_off_behind_the_servers_back_is_found_by_the_paper(DatabaseProvider provider)
    {
        using var room = await Room.WithSample(provider);
        var (code, answer, said) = await HostProcess.Verb(room, "audit", "verify");
        Assert.True(code == 0, said);
        var whole = JsonDocument.Parse(answer).RootElement;
        var (rows, head) = (whole.GetProperty("rows").GetInt64(), whole.GetProperty("head").GetString()!);
        Assert.True(rows > 3, $"{rows} rows");

        await room.Execute("assistance", $"UPDATE {Heads(provider)} SET \"Sequence\" = {rows - 1}, \"Hash\" = (SELECT \"PreviousHash\" FROM {Rows(provider)} WHERE \"Sequence\" = {rows})");
        await room.Execute("assistance", $"DELETE FROM {Rows(provider)} WHERE \"Sequence\" = {rows}");
        var blind = await HostProcess.Verb(room, "audit", "verify");
        var held = await HostProcess.Verb(room, "audit", "verify", "--head", $"{rows}:{head}");

        Assert.Equal((0, 3), (blind.Code, held.Code));
        Assert.Equal(rows, JsonDocument.Parse(held.Answer).RootElement.GetProperty("firstBadRow").GetInt64());
    }

    [Fact]
    public async Task A_slip_of_the_keys_is_named()
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);
        var head = await HostProcess.Verb(room, "audit", "verify", "--head", "12:34");
        var word = await HostProcess.Verb(room, "audit", "verfy");

        Assert.Equal((1, 1), (head.Code, word.Code));
        Assert.Contains("--head", head.Said, StringComparison.Ordinal);
        Assert.Contains("audit verify", word.Said, StringComparison.Ordinal);
    }

    private static string Heads(DatabaseProvider provider) => provider == DatabaseProvider.PostgreSql ? "assistance.ledger_head" : "ledger_head";

    private static string Rows(DatabaseProvider provider) => provider == DatabaseProvider.PostgreSql ? "assistance.ledger_entries" : "ledger_entries";
}
