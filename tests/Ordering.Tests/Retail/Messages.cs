using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Commerce.Ordering.Domain;
using Xunit;

namespace Commerce.Ordering.Tests.Retail;

/// <summary>What comes in at /webhooks/stripe. The signatures are made by Stripe's own library for Node, not by the one that checks them.</summary>
public sealed class Messages
{
    [SkippableFact]
    public async Task Only_what_Stripe_signed_within_five_minutes_is_heard()
    {
        await using var counter = await Counter.Open();
        var now = counter.Clock.GetUtcNow().ToUnixTimeSeconds();
        var sale = await counter.Started();
        await counter.Stripe.Pay(sale.SessionId!);
        var session = counter.Stripe.Session(sale.SessionId!);
        string Body(string id) => session.Event(id, "checkout.session.completed", counter.Clock.GetUtcNow());
        var signed = await Sign(
            (Body("evt_foreign"), "whsec_of_somebody_else", now), (Body("evt_changed"), Counter.Secret, now), (Body("evt_old"), Counter.Secret, now - 301),
            (Body("evt_ahead"), Counter.Secret, now + 301), (Body("evt_rotated"), "whsec_before_the_exchange", now), (Body("evt_rotated"), Counter.Secret, now));

        Assert.Equal(HttpStatusCode.BadRequest, await counter.Send(Body("evt_foreign"), signed[0]));
        Assert.Equal(HttpStatusCode.BadRequest, await counter.Send(Body("evt_changed").Replace("8500", "8501", StringComparison.Ordinal), signed[1]));
        Assert.Equal(HttpStatusCode.BadRequest, await counter.Send(Body("evt_old"), signed[2]));
        Assert.Equal(HttpStatusCode.BadRequest, await counter.Send(Body("evt_ahead"), signed[3]));
        Assert.Equal(HttpStatusCode.BadRequest, await counter.Send(Body("evt_bare"), null));
        foreach (var header in (string[])["", "t=,v1=", "nonsense", "t=abc,v1=00", "v1=00", $"t={now}", $"t={now},v1=", $"t={now},v0=00", "t=999999999999999999999,v1=00", ",,,", "=", "t=1,t=2,v1=zz"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, await counter.Send(Body("evt_strange"), header));
        }

        Assert.Empty(await counter.Messages());
        Assert.Equal(RetailState.Reserved, (await counter.Sale(sale.Id)).State);

        // While a secret is exchanged Stripe signs with both.
        var two = $"{signed[4]},{signed[5].Split(',')[1]}";
        Assert.Equal(HttpStatusCode.OK, await counter.Send(Body("evt_rotated"), two));
        Assert.Equal(RetailState.Paid, (await counter.Until(sale.Id, RetailState.Paid)).State);
    }

    [SkippableFact]
    public async Task Five_minutes_to_the_second_is_heard_on_both_sides_and_so_is_the_next_secret()
    {
        await using var counter = await Counter.Open();
        var sale = await counter.Started();
        var now = counter.Clock.GetUtcNow();
        var session = counter.Stripe.Session(sale.SessionId!);
        string[] bodies = [.. Enumerable.Range(0, 3).Select(i => session.Event($"evt_{i}", "checkout.session.completed", now))];
        var at = now.ToUnixTimeSeconds();
        var signed = await Sign((bodies[0], Counter.Secret, at - 300), (bodies[1], Counter.Secret, at + 300), (bodies[2], Counter.NextSecret, at));

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await counter.Send(bodies[i], signed[i]));
        }
    }

    [Fact]
    public async Task The_same_message_a_hundred_times_counts_once_and_is_answered_within_half_a_second()
    {
        await using var counter = await Counter.Open();
        var sale = await counter.Started();
        await counter.Stripe.Pay(sale.SessionId!);
        var body = counter.Stripe.Session(sale.SessionId!).Event("evt_again", "checkout.session.completed", counter.Clock.GetUtcNow());
        var header = counter.Sign(body);
        var times = new List<TimeSpan>();

        for (var i = 0; i < 100; i++)
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.OK, await counter.Send(body, header));
            times.Add(watch.Elapsed);
        }

        await counter.Until(sale.Id, RetailState.Paid);
        Assert.Single(await counter.Messages());
        Assert.Single(await counter.World.AuditTrail(nameof(Commerce.Ordering.Retail.TakeAnswer)));
        Assert.True(times.Order().ElementAt(98) < TimeSpan.FromMilliseconds(500), $"99 of 100 took up to {times.Order().ElementAt(98).TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task Another_accounts_message_the_live_worlds_and_one_of_no_sale_of_ours_are_put_aside_and_move_nothing()
    {
        await using var counter = await Counter.Open();
        var sale = await counter.Started();
        var before = counter.Stripe.Requests;
        var session = counter.Stripe.Session(sale.SessionId!);
        var now = counter.Clock.GetUtcNow();
        var mine = session.Reference;
        List<string> bodies = [session.Event("evt_1_account", "checkout.session.completed", now, account: "acct_other"), session.Event("evt_2_live", "checkout.session.completed", now, live: true)];
        session.Reference = Guid.NewGuid().ToString("N");
        bodies.Add(session.Event("evt_3_nobody", "checkout.session.completed", now));
        session.Reference = mine;
        bodies.Add("""{"id":"evt_4_other","object":"event","livemode":false,"type":"customer.created","data":{"object":{"id":"cus_1","object":"customer"}}}""");

        foreach (var body in bodies)
        {
            Assert.Equal(HttpStatusCode.OK, await counter.Send(body, counter.Sign(body)));
        }

        foreach (var strange in (string[])["", "null", "[]", "{}", """{"id":5,"type":"x","data":{"object":{}}}""", """{"id":"evt_x","type":null,"data":{"object":{}}}"""])
        {
            Assert.Equal(HttpStatusCode.BadRequest, await counter.Send(strange, counter.Sign(strange)));
        }

        Assert.Equal([StripeEventState.Parked, StripeEventState.Parked, StripeEventState.Parked, StripeEventState.Ignored], (await counter.Messages()).Select(m => m.State));
        Assert.Equal(before, counter.Stripe.Requests);
        Assert.Equal(RetailState.Reserved, (await counter.Sale(sale.Id)).State);
    }

    [Fact]
    public async Task A_message_that_says_paid_is_not_believed_but_asked_after()
    {
        await using var counter = await Counter.Open();
        var sale = await counter.Started();
        var session = counter.Stripe.Session(sale.SessionId!);
        session.Status = "complete";
        session.PaymentStatus = "paid";
        var body = session.Event("evt_early", "checkout.session.completed", counter.Clock.GetUtcNow());
        session.Status = "open";
        session.PaymentStatus = "unpaid";

        Assert.Equal(HttpStatusCode.OK, await counter.Send(body, counter.Sign(body)));
        await Task.Delay(200);

        Assert.Equal(RetailState.Reserved, (await counter.Sale(sale.Id)).State);
    }

    [Fact]
    public async Task A_message_that_came_while_Stripe_gave_no_answer_is_worked_on_by_the_clock()
    {
        await using var counter = await Counter.Open();
        counter.Stripe.Fail("/v1/checkout/sessions");
        var sale = World.Done(await counter.Start());
        var session = Assert.Single(counter.Stripe.Sessions);
        await counter.Stripe.Pay(session.Id);
        counter.Stripe.Fail("/v1/checkout/sessions/", afterEffect: false);
        var body = session.Event("evt_patient", "checkout.session.completed", counter.Clock.GetUtcNow());

        Assert.Equal(HttpStatusCode.OK, await counter.Send(body, counter.Sign(body)));
        await Task.Delay(200);
        var waiting = await counter.Messages();
        await counter.TheClock();

        Assert.Equal(StripeEventState.Waiting, Assert.Single(waiting).State);
        Assert.Equal(StripeEventState.Done, Assert.Single(await counter.Messages()).State);
        Assert.Equal(RetailState.Paid, (await counter.Sale(sale)).State);
    }

    [Fact]
    public async Task A_body_above_a_quarter_of_a_megabyte_is_not_read()
    {
        await using var counter = await Counter.Open();
        var body = new string('x', 262_145);

        Assert.Equal(HttpStatusCode.BadRequest, await counter.Send(body, counter.Sign(body)));
    }

    private static async Task<string[]> Sign(params (string Payload, string Secret, long Timestamp)[] requests)
    {
        var judges = Path.GetFullPath(Path.Combine(Here(), "..", "..", "Judges"));
        try
        {
            if (!Directory.Exists(Path.Combine(judges, "node_modules", "stripe")))
            {
                await Run("npm", judges, null, "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            }

            var asked = JsonSerializer.Serialize(requests.Select(r => new { payload = r.Payload, secret = r.Secret, timestamp = r.Timestamp }));
            return JsonSerializer.Deserialize<string[]>(await Run("node", judges, asked, "sign.js"))!;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", "Signing needs node and npm: " + e.Message);
            Skip.If(true, "Node isn't here: " + e.Message);
            throw;
        }
    }

    private static async Task<string> Run(string program, string folder, string? input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
