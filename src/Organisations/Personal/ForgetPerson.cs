using Commerce.Contracts.Organisations;
using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Platform.Personal;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Personal;

/// <summary>The account itself: names and user name become the label, the password is gone, and the others are told the new name.</summary>
internal sealed class ForgetPerson(OrganisationsDbContext db, OrgDirectory directory) : IHandle<PersonErased>
{
    public async Task<Taken> Handle(PersonErased fact, EventContext context, CancellationToken ct)
    {
        await new Erasure(db, fact.AccountId, fact.Label, fact.NameIsAlone).Run(ct);
        await db.SignInTries.Where(t => t.UserId == fact.AccountId).ExecuteDeleteAsync(ct);
        await db.Mails.Where(m => m.UserId == fact.AccountId).ExecuteDeleteAsync(ct);
        await db.ToldTodos.Where(t => t.UserId == fact.AccountId).ExecuteDeleteAsync(ct);
        await db.NoticeAddresses.Where(a => a.UserId == fact.AccountId).ExecuteDeleteAsync(ct);
        var user = await db.Users.SingleAsync(u => u.Id == fact.AccountId, ct);
        (user.PasswordHash, user.SecurityStamp, user.Language, user.LargeType) = (null, User.NewStamp(), null, false);
        db.AfterCommit(directory.Forget);
        db.State(user, context.OccurredAt);
        return Taken.Done;
    }
}

/// <summary>The house's own database: its part of the audit trail, parked events, and the lists of accounts that were handed in.</summary>
internal sealed class ForgetPersonInHouse(PlatformDbContext db, HandedInLists lists) : IHandle<PersonErased>
{
    public async Task<Taken> Handle(PersonErased fact, EventContext context, CancellationToken ct)
    {
        await new Erasure(db, fact.AccountId, fact.Label, fact.NameIsAlone).Run(ct);
        await lists.Empty(OrganisationsModule.DirectoryFiles, ct);
        return Taken.Done;
    }
}
