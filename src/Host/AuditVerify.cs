using System.Text.Json;
using Commerce.Assistance.Rebuild;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;

namespace Commerce.Host;

/// <summary>The verb audit verify: walks the ledger's chain and says which row is the first that isn't as it was written. With --head it is held against
/// what stands at the foot of a closed month's report, so that nobody who can write the database can write the past.</summary>
internal static class AuditVerify
{
    public const string What = "Verb:Word";
    public const string Head = "Verb:Head";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web);

    public static async Task<int> Run(Dictionary<string, string?> arguments)
    {
        if (arguments.GetValueOrDefault(What) != "verify")
        {
            throw new WrongSettingException("audit", "is followed by verify: audit verify, or audit verify --head 1234:HASH");
        }

        var given = arguments.GetValueOrDefault(Head);
        var paper = given is null ? null : ProveLedger.Paper(given) ?? throw new WrongSettingException("--head", "must be the 64 places at the foot of a closed month's report, or the row before them: 1234:HASH");
        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        await Migrator.RequireMigrated(app.Services, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var proof = await scope.ServiceProvider.GetRequiredService<ProveLedger>().Read(paper, CancellationToken.None);
        Console.WriteLine(JsonSerializer.Serialize(new { good = proof.Fault is null, proof.Rows, proof.Head, firstBadRow = proof.Fault?.Sequence, what = proof.Fault?.What }, Readable));
        return proof.Fault is null ? ExitCodes.Good : ExitCodes.Violated;
    }
}
