using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Personal;

/// <summary>A request with the account that it is about.</summary>
internal sealed record PersonRequestView(PersonRequest Request, AccountView Account) : IHaveId
{
    public Guid Id => Request.Id;

    public int Version => Request.Version;

    public PersonRequestKind Kind => Request.Kind;

    public PersonRequestState State => Request.State;

    public string Reason => Request.Reason;

    public string AskedBy => Request.AskedByName;

    public DateTimeOffset AskedAt => Request.AskedAt;

    public string? DecidedBy => Request.DecidedByName;

    public DateTimeOffset? DecidedAt => Request.DecidedAt;

    public string? Answer => Request.Answer;

    public string? Label => Request.Label;

    public IReadOnlyList<string> KeptIn => Request.KeptIn?.Split('\n') ?? [];
}

/// <summary>Requests about the accounts that one may manage.</summary>
internal sealed class ReadPersonRequests(OrganisationsDbContext db, OrgDirectory directory, Actor actor)
{
    public const int Most = 200;

    /// <summary>The newest first; of one account, or of all.</summary>
    public async Task<IReadOnlyList<PersonRequestView>> Of(Guid? account, CancellationToken ct) =>
        await Mine(await db.PersonRequests.AsNoTracking().Where(r => account == null || r.PersonId == account).OrderByDescending(r => r.AskedAt).Take(Most).ToListAsync(ct), ct);

    /// <summary>Erasures that wait for a second person, the oldest first.</summary>
    public async Task<IReadOnlyList<PersonRequestView>> Waiting(CancellationToken ct) =>
        await Mine(await db.PersonRequests.AsNoTracking().Where(r => r.State == PersonRequestState.Open).OrderBy(r => r.AskedAt).Take(Most).ToListAsync(ct), ct);

    /// <summary>By id.</summary>
    public async Task<IReadOnlyList<PersonRequestView>> These(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Mine(await db.PersonRequests.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct), ct);

    private async Task<IReadOnlyList<PersonRequestView>> Mine(List<PersonRequest> requests, CancellationToken ct)
    {
        var accounts = (await directory.Read(ct)).Accounts;
        return [.. requests.Where(r => accounts.TryGetValue(r.PersonId, out var a) && actor.Can(Capability.OrganisationManage, a.HomeUnit.Id)).Select(r => new PersonRequestView(r, accounts[r.PersonId]))];
    }
}
