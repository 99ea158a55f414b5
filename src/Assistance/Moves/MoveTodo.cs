using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Moves;

/// <summary>A request waits in the inbox of the other unit's leader.</summary>
internal sealed class MoveTodo(ReadMoves read) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        var waiting = read.Deciding(read.Seen());
        return await waiting.OrderBy(m => m.Position).Select(m => (DateTimeOffset?)m.AskedAt).FirstOrDefaultAsync(ct) is not { } since
            ? []
            : [new($"答复改计单位申请（{await waiting.CountAsync(ct)} 项）", $"Decide on {await waiting.CountAsync(ct)} requests to count purchases for another unit", "/assistance/moves", since)];
    }
}
