using Commerce.Platform.GraphQL;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.Assistance.Campaigns;

/// <summary>What the page of campaigns shows, as it stands in the address. What can't be read narrows nothing.</summary>
/// <param name="Village">Of one village only.</param>
/// <param name="State">running, coming or over.</param>
/// <param name="Campaign">One campaign only.</param>
/// <param name="By">What a line stands for.</param>
internal sealed record CampaignAddress(Guid? Village, string? State, Guid? Campaign, CampaignsBy By)
{
    public static readonly string[] States = ["running", "coming", "over"];

    public static CampaignAddress Read(string query)
    {
        var said = QueryHelpers.ParseQuery(query);
        return new(
            NodeId.TryDecode(Text("village"), "vil", out var village) ? village : null,
            States.Contains(Text("state")) ? Text("state") : null,
            NodeId.TryDecode(Text("campaign"), "cmp", out var campaign) ? campaign : null,
            Text("by") switch { "month" => CampaignsBy.Month, "brand" => CampaignsBy.Brand, _ => CampaignsBy.Campaign });

        string Text(string name) => said.TryGetValue(name, out var value) ? value.ToString() : "";
    }

    /// <summary>The address of a page or file that shows this.</summary>
    public string At(string path) => QueryHelpers.AddQueryString(
        path,
        new Dictionary<string, string?>
        {
            ["village"] = Village is { } village ? NodeId.Encode("vil", village) : null,
            ["state"] = State,
            ["campaign"] = Campaign is { } campaign ? NodeId.Encode("cmp", campaign) : null,
            ["by"] = By switch { CampaignsBy.Month => "month", CampaignsBy.Brand => "brand", CampaignsBy.Campaign => null },
        }.Where(p => p.Value is not null));
}
