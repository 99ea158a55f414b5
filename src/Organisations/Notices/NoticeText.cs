using System.Globalization;
using System.Text;
using Commerce.Organisations.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;

namespace Commerce.Organisations.Notices;

/// <summary>What mails say: plain text, in the reader's language, no more than the inbox shows.</summary>
internal static class NoticeText
{
    /// <summary>More lines than this are a list to be looked at on the pages.</summary>
    private const int MostLines = 40;

    public static Mail OfCode(Actor to, string address, string code, DateTimeOffset now) => new()
    {
        Key = $"code {Guid.NewGuid():N}",
        UserId = to.Id,
        Address = address,
        Subject = to.Chinese ? $"验证码 {code}：消费帮扶平台邮件提醒" : $"{code} is your code for reminders by e-mail",
        Body = to.Chinese
            ? $"{to.Name}：\n\n请在“我的账号”页填写验证码 {code}（30 分钟内有效），以后的待办提醒就会发到这个邮箱。\n\n如果不是您本人操作，不必理会这封邮件。\n"
            : $"{to.Name},\n\ntype the code {code} on the page “My account” within 30 minutes; reminders will come to this address from then on.\n\nIf this wasn't you, ignore this mail.\n",
        WrittenAt = now,
        NextTryAt = now,
    };

    /// <param name="to">Whose digest.</param>
    /// <param name="address">Where to.</param>
    /// <param name="day">The day in China.</param>
    /// <param name="near">Whose last day is today or tomorrow, or gone by.</param>
    /// <param name="fresh">What came since the last digest.</param>
    /// <param name="all">How many things wait in all.</param>
    /// <param name="pages">What links begin with.</param>
    /// <param name="now">Server time.</param>
    public static Mail OfDigest(Actor to, string address, DateOnly day, IReadOnlyList<Todo> near, IReadOnlyList<Todo> fresh, int all, Uri pages, DateTimeOffset now)
    {
        var text = new StringBuilder(to.Chinese ? $"{to.Name}：\n" : $"{to.Name},\n");
        Lines(text, to.Chinese, to.Chinese ? "今明两天到期或已逾期" : "Due today or tomorrow, or late", near, pages);
        Lines(text, to.Chinese, to.Chinese ? "新的待办" : "New", fresh, pages);
        text.Append(to.Chinese
            ? $"\n现在共有 {all} 件待办：{new Uri(pages, "/todo")}\n不想再收到邮件，可在“我的账号”页停用：{new Uri(pages, "/account/me")}\n"
            : $"\n{all} things wait for you in all: {new Uri(pages, "/todo")}\nTo stop these mails, go to “My account”: {new Uri(pages, "/account/me")}\n");
        return new()
        {
            Key = $"digest {to.Id:N} {day:yyyy-MM-dd}",
            UserId = to.Id,
            Address = address,
            Subject = to.Chinese
                ? near.Count > 0 ? $"待办 {all} 件，其中 {near.Count} 件到期或将到期（{day:M月d日}）" : $"新待办 {fresh.Count} 件，共 {all} 件（{day:M月d日}）"
                : (near.Count > 0 ? $"{all} to do, {near.Count} of them due" : $"{fresh.Count} new to do, {all} in all") + day.ToString(" (d MMMM)", CultureInfo.InvariantCulture),
            Body = text.ToString(),
            WrittenAt = now,
            NextTryAt = now,
        };
    }

    private static void Lines(StringBuilder text, bool chinese, string title, IReadOnlyList<Todo> todos, Uri pages)
    {
        if (todos.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        foreach (var todo in todos.Take(MostLines))
        {
            var due = todo.Due is { } day ? (chinese ? $"（{day:M月d日}前）" : $" (by {day.ToString("d MMMM", CultureInfo.InvariantCulture)})") : "";
            text.Append("- ").Append(chinese ? todo.Chinese : todo.English).Append(due).Append("\n  ").Append(new Uri(pages, todo.Path)).Append('\n');
        }

        if (todos.Count > MostLines)
        {
            text.Append(chinese ? $"- 另有 {todos.Count - MostLines} 件\n" : $"- and {todos.Count - MostLines} more\n");
        }
    }
}
