using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flags;

/// <summary>Keeps who did what for an order. What was heard before changes nothing; facts from before people were told say nothing of them.</summary>
internal static class KnownRoles
{
    public static async Task Keep(this AssistanceDbContext db, IEnumerable<KnownRole> said, CancellationToken ct)
    {
        var roles = said.DistinctBy(r => (r.OrderId, r.Role, r.PersonId)).ToList();
        var orders = roles.Select(r => r.OrderId).Distinct().ToList();
        var known = (await db.KnownRoles.AsNoTracking().Where(r => orders.Contains(r.OrderId)).Select(r => new { r.OrderId, r.Role, r.PersonId }).ToListAsync(ct)).ToHashSet();
        db.KnownRoles.AddRange(roles.Where(r => known.Add(new { r.OrderId, r.Role, r.PersonId })));
    }

    public static IEnumerable<KnownRole> Of(GoodsAccepted fact)
    {
        return
        [
            .. Who(OrderRole.Orderer, fact.OrderedById is { } orderer ? [orderer] : [], fact.OrderNumber),
            .. Who(OrderRole.Approver, fact.ApprovedByIds, fact.OrderNumber), .. Who(OrderRole.Signer, fact.SignedByIds, fact.Number),
        ];

        IEnumerable<KnownRole> Who(OrderRole role, IReadOnlyList<Guid>? people, string number) => (people ?? []).Select(p => new KnownRole
        {
            OrderId = fact.OrderId,
            Role = role,
            PersonId = p,
            UnitId = fact.UnitId,
            Number = number,
            On = fact.AcceptedAt.DayInChina(),
        });
    }

    public static IEnumerable<KnownRole> Of(InvoiceRegistered fact, DateTimeOffset at) => fact.RegisteredById is not { } person ? [] : (fact.OrderIds ?? []).Select(o => new KnownRole
    {
        OrderId = o,
        Role = OrderRole.Invoicer,
        PersonId = person,
        UnitId = fact.UnitId,
        Number = fact.Number,
        On = at.DayInChina(),
    });
}
