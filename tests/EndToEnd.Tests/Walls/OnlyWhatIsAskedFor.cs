using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Inputs take the fields they name and no others; what is personal is read by nobody who mayn't.</summary>
[Collection(OneHost.Name)]
public sealed class OnlyWhatIsAskedFor(RunningHost host)
{
    private static readonly string[] Tempting = ["unitId", "status", "price", "createdAt", "id", "version", "estimated", "requestedBy", "disabled", "sample", "approved", "sequence", "hash"];

    private ISchema Schema => host.Services.GetRequiredService<ISchema>();

    [Fact]
    public async Task A_field_that_an_input_does_not_name_is_refused_and_nothing_runs()
    {
        var buyer = await host.SignIn("buyer");
        var tried = 0;

        foreach (var field in Schema.Mutation!.Fields)
        {
            var named = ((IInputObjectGraphType)Doors.Named(field.Arguments!.Single().ResolvedType!)).Fields.Select(f => f.Name);
            foreach (var extra in Tempting.Except(named))
            {
                var (query, variables) = Doors.Knock(field, true);
                ((Dictionary<string, object?>)variables["input"]!)[extra] = "1";

                var answer = await buyer.Send(query, variables);

                Assert.True(answer.TryGetProperty("errors", out _) && !(answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object), $"{field.Name} took {extra}: {answer}");
                tried++;
            }
        }

        Assert.True(tried > 250, $"only {tried} were tried");
    }

    [Fact]
    public void No_field_shows_a_phone_a_bank_account_a_password_or_a_stamp()
    {
        // What is done with a password may be named after it; its payload shows nothing but what was changed.
        var shown = Schema.AllTypes.OfType<IObjectGraphType>().Where(t => t.Name != "Mutation" && !t.Name.EndsWith("Payload", StringComparison.Ordinal)).SelectMany(t => t.Fields.Select(f => $"{t.Name}.{f.Name}"))
            .Where(f => Regex.IsMatch(f, "phone|mobile|bank|iban|password|stamp$|identityCard|idNumber|email|hash", RegexOptions.IgnoreCase)).ToList();

        // The chain of the ledger covers no personal data; a transfer's number (银行流水号) is nobody's account; what was sold by phone is an amount.
        Assert.Equal(
            ["DaySheet.byPhone", "DaySheet.byPhoneRecognised", "LedgerEntry.hash", "LedgerMonthVersion.ledgerHash", "LedgerYearClosing.fileHash", "LedgerYearClosing.ledgerHash", "Payment.bankReference"],
            shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("query($id: ID!) { node(id: $id) { ... on Account { userName } } }")]
    [InlineData("query($id: ID!) { node(id: $id) { ...A } } fragment A on Account { other: userName name }")]
    [InlineData("query($id: ID!) { nodes(ids: [$id]) { ... on Node { ... on Account { homeUnit { name } roles { role } } } } }")]
    [InlineData("query($id: ID!) { a: node(id: $id) { __typename } viewer { id } }")]
    [InlineData("query($id: ID!) { mine: accounts(first: 5) { nodes { userName } } node(id: $id) { id } }")]
    public async Task An_account_is_read_by_no_one_who_does_not_manage_it(string query)
    {
        var admin = await host.SignIn("admin");
        var officer = (await admin.Data("{ accounts(first: 100) { nodes { id userName name } } }")).GetProperty("accounts").GetProperty("nodes").EnumerateArray()
            .First(a => a.GetProperty("userName").GetString() == "officer");

        foreach (var role in new[] { "buyer", "supplier", "auditor", "supervisor" })
        {
            var answer = (await (await host.SignIn(role)).Send(query, new { id = officer.GetProperty("id").GetString() })).GetRawText();

            Assert.DoesNotContain("\"officer\"", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(officer.GetProperty("name").GetString()!, answer, StringComparison.Ordinal);
            Assert.DoesNotContain("\"Account\"", answer, StringComparison.Ordinal);
        }
    }
}
