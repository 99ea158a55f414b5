using Commerce.Organisations.Directories;
using Commerce.Platform.People;

namespace Commerce.Organisations.Canteens;

/// <summary>The canteens that one may manage.</summary>
internal sealed class ReadCanteens(OrgDirectory directory, Actor actor)
{
    public async Task<IReadOnlyList<CanteenView>> All(CancellationToken ct) =>
        [.. (await directory.Read(ct)).Canteens.Values.Where(Mine).OrderBy(c => c.Unit.Entity.Position).ThenBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>One canteen; null when there is none or it isn't the reader's to change.</summary>
    public async Task<CanteenView?> One(Guid id, CancellationToken ct) =>
        (await directory.Read(ct)).Canteens.GetValueOrDefault(id) is { } canteen && Mine(canteen) ? canteen : null;

    private bool Mine(CanteenView canteen) => actor.Can(Capability.OrganisationManage, canteen.Unit.Id);
}
