using System.Diagnostics;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace Commerce.TaskList.Tests.Reminders;

/// <summary>Every page shows how much waits for its reader: that costs a few questions about what waits, and never a whole list.</summary>
public sealed class InboxCostTests(ITestOutputHelper output)
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_over_costs_the_inbox_nothing(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        world.Clock.SetUtcNow(new(2026, 7, 2, 1, 0, 0, TimeSpan.Zero));
        await Fill(world);

        foreach (var (who, waiting) in new[] { (World.Supervisor, 30 + 20), (World.Liaison(World.Transport), 30 + 10 + 20) })
        {
            await Read(world, who);
            var (todos, asked, tables, taken) = await Read(world, who);
            output.WriteLine($"{provider} {who.Name}: {todos.Count} things, {asked} commands, {taken.TotalMilliseconds:0} ms");
            Assert.Equal(waiting, todos.Count);
            Assert.InRange(asked, 1, 24);
            Assert.DoesNotContain("sections", tables, StringComparison.Ordinal);
            Assert.DoesNotContain("round_files", tables, StringComparison.Ordinal);
        }
    }

    private static async Task<(IReadOnlyList<Todo> Todos, int Commands, string Sql, TimeSpan Taken)> Read(World world, Actor who)
    {
        await using var db = world.Open();
        using var counter = new Counter(db);
        var watch = Stopwatch.StartNew();
        var todos = await new Inbox(Inboxes.Parts(world, db, who)).Read(default);
        return (todos, counter.Commands.Count, string.Join('\n', counter.Commands), watch.Elapsed);
    }

    // 500 letters of which 30 are overdue, 500 chases of which 10 wait, 200 rounds of which 20 are open and answered by all but one unit, and as many reports and reminders as a year brings.
    private static async Task Fill(World world)
    {
        await using var db = world.Open();
        var (now, day) = (world.Clock.GetUtcNow(), world.Clock.GetUtcNow().DayInChina());
        var measure = await world.Measure(25);
        var (by, name, units) = (Guid.NewGuid(), "督办员", new[] { World.Transport, World.Highways, World.Group, World.Party });
        for (var n = 1; n <= 500; n++)
        {
            var letter = new SupervisionLetter
            {
                Id = Guid.NewGuid(),
                ListId = measure.ListId,
                TaskId = measure.TaskId,
                MeasureId = measure.Id,
                UnitId = World.Transport,
                Addressee = "运输局",
                Office = "厅",
                Subject = "任务(六)措施25",
                LightChinese = "",
                LightEnglish = "",
                Colour = n % 2 == 0 ? LetterColour.Blue : LetterColour.Red,
                Demand = "请办理",
                ReplyDueOn = day.AddDays(-1),
                DraftedOn = day.AddDays(-30),
                DraftedById = by,
                DraftedByName = name,
                DraftedAt = now.AddDays(-30),
                NumberKey = $"{n}",
                MatterKey = $"{n}",
            };
            letter.Issue($"督〔2026〕{n}号", day.AddDays(-20), "清单", by, name, now.AddDays(-20));
            if (n > 30)
            {
                var reply = new LetterReply { Id = Guid.NewGuid(), LetterId = letter.Id, Text = "已办", Late = false, ById = by, ByName = name, At = now.AddDays(-5) };
                reply.Files.Add(new() { ReplyId = reply.Id, FileId = Guid.NewGuid(), Name = "附件.txt" });
                letter.Answer(reply);
                letter.Close(null, by, name, day.AddDays(-4));
            }

            db.Letters.Add(letter);
            db.Chases.Add(new() { Id = Guid.NewGuid(), ListId = measure.ListId, TaskId = measure.TaskId, MeasureId = measure.Id, UnitId = World.Transport, Subject = "措施25", Word = "请上报", At = now.AddDays(n <= 10 ? -1 : -9), ById = by, ByName = name });
        }

        for (var n = 1; n <= 600; n++)
        {
            db.Reports.Add(new() { Id = Guid.NewGuid(), MeasureId = measure.Id, TaskId = measure.TaskId, ListId = measure.ListId, UnitId = World.Transport, Period = Month.Of(2026, 6), Narrative = "进展正常", SubmittedById = by, SubmittedByName = name, SubmittedAt = now.AddDays(-3) });
        }

        foreach (var report in db.ChangeTracker.Entries<ProgressReport>().Select(e => e.Entity))
        {
            report.Review(true, null, by, name, now.AddDays(-2));
        }

        for (var n = 1; n <= 200; n++)
        {
            var round = new Round { Id = Guid.NewGuid(), ListId = measure.ListId, TaskId = measure.TaskId, Title = $"第{n}次调度", From = day.AddDays(-30), To = day.AddDays(-10), DueOn = day.AddDays(5), OpenedById = by, OpenedByName = name, OpenedAt = now.AddDays(-10) };
            round.Units.AddRange(units.Select((u, i) => new RoundUnit { RoundId = round.Id, UnitId = u, Position = i, Name = $"单位{i}", Outside = false }));
            if (n > 20)
            {
                round.Hold(day.AddDays(-1), "总体正常", by, name, now.AddDays(-1));
            }

            db.Rounds.Add(round);
            foreach (var unit in units.Skip(n > 20 ? 0 : 1))
            {
                var answer = new RoundAnswer { Id = Guid.NewGuid(), RoundId = round.Id, ListId = measure.ListId, UnitId = unit, Number = 1 };
                answer.Write(new("进展正常", new Dictionary<Guid, decimal>(), new Dictionary<Guid, int>(), new Dictionary<Guid, string> { [Guid.NewGuid()] = "照片.txt" }), true, by, name, now.AddDays(-5));
                if (n > 20 || unit != World.Party)
                {
                    answer.Accept(by, name, now.AddDays(-4));
                }

                db.RoundAnswers.Add(answer);
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>What one context asks the database, and nobody else's.</summary>
    private sealed class Counter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly DbContext db;
        private readonly List<IDisposable> held = [];

        public Counter(DbContext db)
        {
            this.db = db;
            held.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<string> Commands { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                held.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData said && said.Context == db)
            {
                Commands.Add(said.Command.CommandText);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => held.ForEach(h => h.Dispose());
    }
}
