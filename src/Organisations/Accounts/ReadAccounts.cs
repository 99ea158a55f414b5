using Commerce.Organisations.Directories;
using Commerce.Platform.People;

namespace Commerce.Organisations.Accounts;

/// <summary>The accounts that one may manage.</summary>
internal sealed class ReadAccounts(OrgDirectory directory, Actor actor)
{
    /// <summary>By unit, then by name; disabled ones last.</summary>
    public async Task<IReadOnlyList<AccountView>> All(CancellationToken ct) =>
    [
        .. (await directory.Read(ct)).Accounts.Values.Where(Mine)
            .OrderBy(a => a.Disabled).ThenBy(a => a.HomeUnit.Entity.Position).ThenBy(a => a.Name, StringComparer.Ordinal),
    ];

    /// <summary>One account; null when there is none or it isn't the reader's to manage.</summary>
    public async Task<AccountView?> One(Guid id, CancellationToken ct) =>
        (await directory.Read(ct)).Accounts.GetValueOrDefault(id) is { } account && Mine(account) ? account : null;

    private bool Mine(AccountView account) => actor.Can(Capability.OrganisationManage, account.HomeUnit.Id);
}

/// <summary>Oneself, with what one is where.</summary>
internal sealed class ReadMyself(OrgDirectory directory, Actor actor)
{
    public async Task<AccountView?> Read(CancellationToken ct) => (await directory.Read(ct)).Accounts.GetValueOrDefault(actor.Id);
}
