using Commerce.Organisations.Directories;
using Commerce.Platform.People;

namespace Commerce.Organisations.Accounts;

/// <summary>The accounts that one may manage.</summary>
internal sealed class ReadAccounts(OrgDirectory directory, Actor actor)
{
    /// <summary>By unit, then by name; disabled ones last.</summary>
    public async Task<IReadOnlyList<AccountView>> All(CancellationToken ct) =>
    [
        .. (await directory.Read(ct)).Accounts.Values.Where(a => actor.Can(Capability.OrganisationManage, a.HomeUnit.Id))
            .OrderBy(a => a.Disabled).ThenBy(a => a.HomeUnit.Entity.Position).ThenBy(a => a.Name, StringComparer.Ordinal),
    ];
}
