using System.Text.RegularExpressions;
using Commerce.Organisations.Notices;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace Commerce.Organisations.Tests.Notices;

/// <summary>Today is 15 June 2026, ten o'clock in China.</summary>
public sealed class NoticeTests
{
    private const string Address = "buyer@example.com";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nothing_but_a_code_goes_to_an_address_until_the_code_came_back(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await WithMail(provider, post);
        office.Todos.Add(New("审批订单", 1));
        Assert.Null(await Choose(office, Address));
        await Work(office);
        var code = CodeIn(Assert.Single(post.Mails));

        Assert.Equal(OrganisationsErrors.WrongCode, await Confirm(office, code == "123456" ? "654321" : "123456"));
        await Work(office);
        Assert.Single(post.Mails);

        Assert.Null(await Confirm(office, code));
        await Work(office);
        Assert.Equal(2, post.Mails.Count);
        Assert.Contains("审批订单", post.Mails.Last().TextBody, StringComparison.Ordinal);
        Assert.Equal([("buyer@example.com", "notices@example.com")], post.Mails.Select(m => (m.To.Mailboxes.Single().Address, m.From.Mailboxes.Single().Address)).Distinct());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_code_holds_for_half_an_hour_and_five_tries(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await WithMail(provider, post);
        await Choose(office, Address);
        await Work(office);
        var code = CodeIn(post.Mails.Last());
        office.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(OrganisationsErrors.WrongCode, await Confirm(office, code));

        await Choose(office, Address);
        await Work(office);
        code = CodeIn(post.Mails.Last());
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(OrganisationsErrors.WrongCode, await Confirm(office, "no code"));
        }

        Assert.Equal(OrganisationsErrors.WrongCode, await Confirm(office, code));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_no_address_or_too_often_or_without_a_server_is_refused(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await WithMail(provider, post);
        foreach (var wrong in new[] { "nobody", "a@b@c", "张三 <zhang@example.com>", new string('a', 250) + "@example.com" })
        {
            Assert.Equal(OrganisationsErrors.MailAddress, await Choose(office, wrong));
        }

        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await Choose(office, Address));
        }

        Assert.Equal(OrganisationsErrors.EnoughCodes, await Choose(office, Address));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Choose(office, Address));

        await using var without = await Office.WithSamples(provider);
        Assert.Equal(OrganisationsErrors.NoMailServer, (await without.As("buyer", s => s.GetRequiredService<ChooseNotices.Handler>().Handle(new("k", Address), default))).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Each_thing_is_told_when_it_comes_and_once_more_when_its_last_day_is_near(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await Confirmed(provider, post);
        office.Todos.AddRange([New("审批订单", 1), New("上报任务", 2, due: new(2026, 6, 17)), New("付款", 3, due: new(2026, 6, 15))]);

        var told = new List<string>();
        for (var day = 15; day <= 18; day++)
        {
            await Work(office);
            await Work(office);
            told.Add(string.Join(" | ", post.Mails.Select(m => $"{m.Subject}: {string.Join(' ', Regex.Matches(m.TextBody!, "(?m)^- ([^（\\n]+)").Select(x => x.Groups[1].Value.Trim()))}")));
            post.Mails.Clear();
            office.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["待办 3 件，其中 1 件到期或将到期（6月15日）: 付款 上报任务 审批订单", "待办 3 件，其中 1 件到期或将到期（6月16日）: 上报任务", "", ""], told);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_hosts_and_a_restart_send_one_mail_a_day_and_none_before_the_hour(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await Confirmed(provider, post, hour: 11);
        office.Todos.Add(New("审批订单", 1));
        await Work(office);
        Assert.Empty(post.Mails);

        office.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Work(office), Work(office), Work(office));
        office.Restart();
        await Work(office);

        Assert.Single(post.Mails);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_busy_server_gets_it_later_under_the_same_id_and_what_was_sent_is_forgotten(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await Confirmed(provider, post);
        office.Todos.Add(New("审批订单", 1));
        post.BusyTimes = 1;
        await Work(office);
        Assert.Empty(post.Mails);
        await Work(office);
        Assert.Empty(post.Mails);

        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await Work(office);

        var mail = Assert.Single(post.Mails);
        await using var db = office.Db();
        var kept = await db.Mails.OrderBy(m => m.Position).LastAsync();
        Assert.Equal((2, "", "", ""), (kept.Tries, kept.Address, kept.Subject, kept.Body));
        Assert.Equal(kept.MessageId, $"<{mail.MessageId}>");
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_address_that_the_server_refuses_gets_nothing_more_and_the_person_is_told(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await Confirmed(provider, post);
        post.Unknown.Add(Address);
        office.Todos.Add(New("审批订单", 1));
        await Work(office);

        var mine = await office.As("buyer", s => s.GetRequiredService<ReadNotices>().Read(default));
        Assert.NotNull(mine.RefusedAt);
        await using var db = office.Db();
        Assert.NotNull((await db.Mails.OrderBy(m => m.Position).LastAsync()).GivenUpAt);
        office.Clock.Advance(TimeSpan.FromDays(1));
        office.Todos.Add(New("付款", 2));
        await Work(office);
        Assert.Equal(2, await db.Mails.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_mail_that_no_server_takes_is_given_up_after_three_days(DatabaseProvider provider)
    {
        await using var office = await Confirmed(provider, new Postbox(), closed: true);
        office.Todos.Add(New("审批订单", 1));
        for (var hour = 0; hour < 80; hour += 4)
        {
            await Work(office);
            office.Clock.Advance(TimeSpan.FromHours(4));
        }

        await using var db = office.Db();
        var mail = await db.Mails.OrderBy(m => m.Position).LastAsync();
        Assert.True(mail.GivenUpAt - mail.WrittenAt >= TimeSpan.FromDays(3), $"given up at {mail.GivenUpAt}");
        Assert.Null(mail.SentAt);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_stops_them_or_whose_account_is_closed_gets_none(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await Confirmed(provider, post);
        office.Todos.Add(New("审批订单", 1));
        await Choose(office, "");
        await Work(office);
        Assert.Empty(post.Mails);
        Assert.Null((await office.As("buyer", s => s.GetRequiredService<ReadNotices>().Read(default))).Address);

        await using var closed = await Confirmed(provider, post);
        closed.Todos.Add(New("审批订单", 1));
        await using (var db = closed.Db())
        {
            (await db.Users.SingleAsync(u => u.UserName == "buyer")).Disabled = true;
            await db.SaveChangesAsync();
        }

        closed.Directory.Forget();
        await Work(closed);
        Assert.Empty(post.Mails);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_inbox_that_cannot_be_read_stops_nobody_elses_digest_and_is_tried_again(DatabaseProvider provider)
    {
        await using var post = new Postbox();
        await using var office = await Confirmed(provider, post);
        foreach (var other in (string[])["keeper", "officer"])
        {
            Assert.Null(await Choose(office, $"{other}@example.com", other));
            await Post(office);
            Assert.Null(await Confirm(office, CodeIn(post.Mails.Single()), other));
            post.Mails.Clear();
        }

        // Each of them once, whoever is looked at first.
        foreach (var (broken, number) in ((string[])["buyer", "keeper", "officer"]).Select((b, i) => (b, i)))
        {
            office.Todos.Add(New("审批订单", number + 1));
            office.Broken = (await office.ActorOf(broken)).Id;
            await Work(office);
            Assert.Equal(2, post.Mails.Count);
            Assert.DoesNotContain(post.Mails, m => m.To.ToString() == $"{broken}@example.com");

            office.Broken = null;
            await Work(office);
            Assert.Equal($"{broken}@example.com", post.Mails.Last().To.ToString());
            Assert.Equal(3, post.Mails.Count);
            post.Mails.Clear();
            office.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private static Todo New(string what, int number, DateOnly? due = null) => new(what, what, $"/orders/{number}", new(2026, 6, 10, 1, 0, number, TimeSpan.Zero), due);

    private static string CodeIn(MimeMessage mail) => Regex.Match(mail.TextBody!, "[0-9]{6}").Value;

    private static Task<Office> WithMail(DatabaseProvider provider, Postbox post, int hour = 8) => Office.WithSamples(provider, new()
    {
        ["Commerce:Mail:Host"] = "127.0.0.1",
        ["Commerce:Mail:Port"] = $"{post.Port}",
        ["Commerce:Mail:Security"] = "None",
        ["Commerce:Mail:From"] = "notices@example.com",
        ["Commerce:Mail:PublicAddress"] = "https://commerce.example.com",
        ["Commerce:Mail:DigestHour"] = $"{hour}",
    });

    private static async Task<Office> Confirmed(DatabaseProvider provider, Postbox post, int hour = 8, bool closed = false)
    {
        var office = await WithMail(provider, post, hour);
        Assert.Null(await Choose(office, Address));
        await Post(office);
        Assert.Null(await Confirm(office, CodeIn(post.Mails.Single())));
        post.Mails.Clear();
        if (closed)
        {
            await post.DisposeAsync();
        }

        return office;
    }

    private static async Task<Error?> Choose(Office office, string address, string who = "buyer") =>
        (await office.As(who, s => s.GetRequiredService<ChooseNotices.Handler>().Handle(new(Guid.NewGuid().ToString(), address), default))).Error;

    private static async Task<Error?> Confirm(Office office, string code, string who = "buyer") =>
        (await office.As(who, s => s.GetRequiredService<ConfirmNotices.Handler>().Handle(new(Guid.NewGuid().ToString(), code), default))).Error;

    private static async Task Work(Office office)
    {
        await office.InScope(async s =>
        {
            await s.GetRequiredService<WriteDigests>().Run(default);
            return true;
        });
        await Post(office);
    }

    private static Task<bool> Post(Office office) => office.InScope(async s =>
    {
        await s.GetRequiredService<PostMails>().Run(default);
        return true;
    });
}
