using System.Text.Json.Serialization;
using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.ImportDirectory;

/// <summary>Saves an uploaded list of units and accounts: all its rows, or none.</summary>
internal static class ImportDirectory
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("fil")] Guid FileId, IReadOnlyList<FirstPassword>? FirstPasswords = null) : IMutationInput;

    /// <summary>What a new account is opened with; whoever imports chooses it and tells the person. It stays out of everything that is kept.</summary>
    public sealed record FirstPassword(string UserName, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] string Password);

    internal sealed class Handler(
        OrganisationsDbContext db, DirectoryImport import, IPasswordHasher<User> hasher, ILookupNormalizer normalizer, Once once, FileStore files, OrgDirectory directory)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // The file lies in the house's own database, and hashing takes its time: both before the module's transaction begins.
            var file = await files.Open(input.FileId, ct);
            var passwords = (input.FirstPasswords ?? []).Take(Sheets.MostNewAccounts).Where(p => User.IsPassword(p.Password)).DistinctBy(p => normalizer.NormalizeName(p.UserName))
                .AsParallel().ToDictionary(p => normalizer.NormalizeName(p.UserName)!, p => hasher.HashPassword(null!, p.Password));
            return await once.Run(db, input, async () =>
            {
                db.AfterCommit(directory.Forget);
                if (file is not { Facts.Purpose: OrganisationsModule.DirectoryFiles })
                {
                    return PlatformErrors.NotFound.At("fileId");
                }

                var laid = await import.Lay(file.Value.Bytes, file.Value.Facts.Name, ct);
                if (laid.Failed || RowVerdict.Refusal(laid.Value.Rows) is not null)
                {
                    return (laid.Error ?? RowVerdict.Refusal(laid.Value.Rows)!).At("fileId");
                }

                foreach (var user in laid.Value.Opened)
                {
                    if (!passwords.TryGetValue(user.NormalizedUserName!, out var hash))
                    {
                        return OrganisationsErrors.FirstPasswordNeeded(user.UserName!);
                    }

                    user.PasswordHash = hash;
                }

                return await db.Units.Where(u => u.Kind == Domain.OrgUnitKind.Department).Select(u => u.Id).SingleAsync(ct);
            }, ct);
        }
    }
}

/// <summary>A list that was uploaded to be looked at.</summary>
/// <param name="FileId">The kept file, for saving.</param>
/// <param name="Rows">What each row would do.</param>
/// <param name="NewAccounts">Who gets an account: user name, name.</param>
internal sealed record DirectoryPreview(Guid FileId, IReadOnlyList<RowVerdict> Rows, IReadOnlyList<(string UserName, string Name)> NewAccounts);

/// <summary>Takes a list in to be looked at; changes nothing. Only a list that can be read is kept.</summary>
internal sealed class PreviewDirectory(OrganisationsDbContext db, DirectoryImport import, FileStore files)
{
    public async Task<Result<DirectoryPreview>> Take(string name, byte[] bytes, CancellationToken ct)
    {
        var laid = await import.Lay(bytes, name, ct);
        db.ChangeTracker.Clear();
        if (laid.Failed)
        {
            return laid.Error!;
        }

        using var content = new MemoryStream(bytes, writable: false);
        var file = await files.Keep(OrganisationsModule.DirectoryFiles, name, content, ct);
        return file.Failed ? file.Error! : new DirectoryPreview(file.Value.Id, laid.Value.Rows, [.. laid.Value.Opened.Select(u => (u.UserName!, u.DisplayName))]);
    }
}
