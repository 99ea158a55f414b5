using Commerce.Ordering.Data;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Ordering.Weigh;

/// <summary>Who may open a photo of an acceptance: who may see its order, on either side.</summary>
internal static class PhotoFiles
{
    public static Task<bool> MayRead(IServiceProvider services, Actor actor, Guid fileId, CancellationToken ct)
    {
        var db = services.GetRequiredService<OrderingDbContext>();
        return db.Orders.VisibleTo(actor).AnyAsync(o => o.Acceptances.Any(a => a.Lines.Any(l => l.Photos.Any(p => p.FileId == fileId))), ct);
    }
}
