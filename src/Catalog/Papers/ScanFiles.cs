using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Catalog.Papers;

/// <summary>Who may open the scan of a certificate: who signed in, as long as it stands with one.</summary>
internal static class ScanFiles
{
    public static async Task<bool> MayRead(IServiceProvider services, Actor actor, Guid fileId, CancellationToken ct) =>
        actor.SignedIn && await services.GetRequiredService<CatalogDbContext>().Set<Certificate>().AnyAsync(c => c.FileId == fileId, ct);
}
