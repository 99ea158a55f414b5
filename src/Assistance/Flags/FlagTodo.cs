using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flags;

/// <summary>Flags wait in the inboxes of those who explain them for their unit.</summary>
internal sealed class FlagTodo(ReadFlags read) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        var waiting = read.Waiting();
        return await waiting.OrderBy(f => f.Position).Select(f => (DateTimeOffset?)f.FoundAt).FirstOrDefaultAsync(ct) is not { } since
            ? []
            : [new($"说明疑点（{await waiting.CountAsync(ct)} 条）", $"Explain {await waiting.CountAsync(ct)} flags", "/assistance/flags?state=open", since)];
    }
}
