using Commerce.Platform.Modules;
using Commerce.Platform.People;

namespace Commerce.Organisations.Personal;

/// <summary>Erasures that wait for a second administrator.</summary>
internal sealed class ErasureTodos(ReadPersonRequests requests, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) => !actor.Can(Capability.OrganisationManage) ? [] :
    [
        .. (await requests.Waiting(ct)).Where(r => r.Request.AskedById != actor.Id).Select(r => new Todo(
            $"决定是否删除个人信息：{r.Account.Name}（{r.AskedBy}申请）", $"Decide on erasing {r.Account.Name} (asked by {r.AskedBy})", $"/accounts/{r.Account.Id}", r.AskedAt)),
    ];
}
