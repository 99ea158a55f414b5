using System.IO.Compression;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Exports;
using Commerce.Assistance.Ledger;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Exports;

/// <summary>Long exports are written in the background, once, for whoever asked.</summary>
public sealed class BackgroundExportTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_file_is_the_same_as_one_that_was_waited_for(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 5);
        var id = await world.Asked(world.Officer);
        Assert.Equal((ExportState.Waiting, 5, 0, "2026年6月", "2026-06"), (await world.Export(id)) is var asked ? (asked.State, asked.Rows, asked.Percent, asked.Scope, asked.ScopeEnglish) : default);
        Assert.Empty(await world.Waiting(world.Officer));

        await world.Work();

        var address = LedgerAddress.Read("?month=2026-06", 2026);
        var direct = await world.Months.With(async db => CsvFile.Of(RowsPaper.Of((await new ReadRows(db, world.Officer, world.Months.Demonstration, new(db)).All(address, default))!, "2026年6月", "")));
        Assert.Equal((ExportState.Done, 100, 5), (await world.Export(id)) is var done ? (done.State, done.Percent, done.Written) : default);
        Assert.Equal(["下载写好的导出（2026年6月）"], await world.Waiting(world.Officer));
        Assert.Equal(direct, await world.Fetch(world.Officer, id));
        Assert.Empty(await world.Waiting(world.Officer));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Killed_in_the_middle_another_host_begins_anew_and_what_the_first_still_writes_is_in_no_file(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 5);
        var id = await world.Asked(world.Officer);
        var first = (await world.Take())!;
        await world.Months.With(async db =>
        {
            db.LedgerExportParts.Add(new LedgerExportPart { ExportId = id, Attempt = first.Attempt, Number = 1, Content = [1, 2, 3] });
            return await db.SaveChangesAsync();
        });

        Assert.Null(await world.Take());
        world.Months.Ledger.Clock.Advance(TimeSpan.FromMinutes(3));
        await world.Work();
        var text = await world.Text(id);
        await world.Try(first);

        Assert.Equal((ExportState.Done, 2, 1), (await world.Export(id)) is var done ? (done.State, done.Attempt, done.Faults) : default);
        Assert.Equal(7, text.TrimEnd().Split("\r\n").Length);
        Assert.Equal(text, await world.Text(id));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Of_two_hosts_one_takes_an_export_and_rows_that_come_meanwhile_are_not_in_it(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 3);
        var id = await world.Asked(world.Officer);

        var taken = (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Take()))).OfType<LedgerExport>().ToList();
        await world.Months.SackOfRice();
        await world.Try(Assert.Single(taken));

        Assert.Equal(ExportState.Done, (await world.Export(id)).State);
        Assert.Equal(5, (await world.Text(id)).TrimEnd().Split("\r\n").Length);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_host_that_stops_in_the_middle_leaves_it_to_the_next_at_once(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 3);
        var id = await world.Asked(world.Officer);
        using var stopping = new CancellationTokenSource();
        await using var db = world.Months.Ledger.Open();
        var host = world.Host(db);
        var taken = (await host.Take(default))!;
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Try(taken, stopping.Token));
        Assert.Equal((ExportState.Waiting, 0), (await world.Export(id)) is var left ? (left.State, left.Faults) : default);
        await world.Work();
        Assert.Equal(ExportState.Done, (await world.Export(id)).State);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_its_asker_fetches_it_and_only_while_seeing_all_of_its_units(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 2);
        var id = await world.Asked(world.Officer);
        await world.Work();
        var less = new Actor(world.Officer.Id, world.Officer.Name, [World.Highways], new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.AssistanceRead] = [World.Highways] });

        Assert.Null(await world.Fetch(less, id));
        Assert.Null(await world.Fetch(world.Months.Supervisor, id));
        Assert.NotNull(await world.Fetch(world.Officer, id));
        Assert.Equal((false, null), (await world.Months.With(db => new ReadExports(db, less, world.Months.Ledger.Clock).List(default))).Single() is var view ? (view.MayFetch, view.Href) : default);
        Assert.Empty(await world.Months.With(db => new ReadExports(db, world.Months.Supervisor, world.Months.Ledger.Clock).ByIds([id], default)));
        Assert.Equal(ErrorCodeOf(PlatformErrors.NotFound), ErrorCodeOf((await world.Cancel(world.Months.Supervisor, id)).Error));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Cancelled_in_the_middle_nothing_of_it_stays(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 3);
        var id = await world.Asked(world.Officer);
        var taken = (await world.Take())!;

        Assert.Null((await world.Cancel(world.Officer, id)).Error);
        await world.Try(taken);

        Assert.Equal((ExportState.Cancelled, 0), ((await world.Export(id)).State, await world.Parts()));
        Assert.Null(await world.Take());
        Assert.Null(await world.Fetch(world.Officer, id));
        Assert.Equal(ExportErrors.GoneAlready.English, (await world.Cancel(world.Officer, id)).Error?.English);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_fails_three_times_is_given_up_and_says_why_in_human_words(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 1);
        var (broken, stopped) = (await world.Asked(world.Officer), await world.Asked(world.Officer));
        await world.Months.With(db => db.LedgerExports.Where(e => e.Id == broken).ExecuteUpdateAsync(s => s.SetProperty(e => e.Units, "?")));
        await world.Months.With(db => db.LedgerExports.Where(e => e.Id == stopped).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, ExportState.Writing)
            .SetProperty(e => e.HeldUntil, world.Months.Ledger.Clock.GetUtcNow().AddMinutes(-1)).SetProperty(e => e.Faults, 2)));

        await world.Work();

        Assert.Equal((ExportState.Failed, ExportFault.Broken, 3), (await world.Export(broken)) is var b ? (b.State, b.Fault, b.Attempt) : default);
        Assert.Equal((ExportState.Failed, ExportFault.Stopped), (await world.Export(stopped)) is var s ? (s.State, s.Fault) : default);
        Assert.Equal(0, await world.Parts());
        Assert.Equal(2, (await world.Waiting(world.Officer)).Count(t => t.StartsWith("看一下没有写成的导出", StringComparison.Ordinal)));
        Assert.All(Enum.GetValues<ExportFault>(), f => Assert.Contains("再", ExportErrors.Why(f, true), StringComparison.Ordinal));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_file_is_kept_for_seven_days_and_the_list_says_so_for_thirty(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 1);
        var id = await world.Asked(world.Officer);
        await world.Work();
        var clock = world.Months.Ledger.Clock;

        clock.Advance(WriteExports.Kept);
        await world.Work();
        Assert.NotNull(await world.Fetch(world.Officer, id));
        clock.Advance(TimeSpan.FromSeconds(1));
        await world.Work();
        Assert.Equal((ExportState.Expired, 0), ((await world.Export(id)).State, await world.Parts()));
        Assert.Null(await world.Fetch(world.Officer, id));
        clock.Advance(WriteExports.Remembered);
        await world.Work();
        Assert.Equal(0, await world.Months.With(db => db.LedgerExports.CountAsync()));
    }

    [Fact]
    public async Task More_rows_than_a_sheet_takes_go_on_the_next_one_with_the_total_at_the_end_of_the_last()
    {
        await using var world = await ExportWorld.Create(DatabaseProvider.Sqlite, 5);
        var id = await world.Asked(world.Officer, ExportFormat.Xlsx);
        await world.Work(inSheet: 2);

        using var file = new ZipArchive(new MemoryStream((await world.Fetch(world.Officer, id))!));
        var sheets = await Task.WhenAll(file.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEndAsync()));
        Assert.Equal(3, sheets.Length);
        Assert.Equal([2, 2, 1], sheets.Select(s => s.Split("AC-2026-000001").Length - 1));
        Assert.Equal([false, false, true], sheets.Select(s => s.Contains("2721.6", StringComparison.Ordinal)));
        Assert.All(sheets, s => Assert.Contains("周主任 2026-08-01 09:02 导出", s, StringComparison.Ordinal));
        using var book = new StreamReader(file.GetEntry("xl/workbook.xml")!.Open());
        Assert.Contains("消费帮扶台账明细表（3）", await book.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nothing_too_much_and_too_many_at_a_time_are_refused(DatabaseProvider provider)
    {
        await using var world = await ExportWorld.Create(provider, 1);

        Assert.Equal(ExportErrors.NothingToExport.English, (await world.Ask(world.Officer, "month=2025-01")).Error?.English);
        Assert.Equal(ExportErrors.FilterUnread("unit").English, (await world.Ask(world.Officer, "?month=2026-06&unit=x")).Error?.English);
        Assert.Equal(ExportErrors.TooManyRows(0).English, (await world.Ask(world.Officer, most: 0)).Error?.English);
        Assert.Equal(PlatformErrors.Forbidden.English, (await world.Ask(World.Person("无权", []))).Error?.English);
        for (var i = 0; i < RequestExport.MostWaiting; i++)
        {
            await world.Asked(world.Officer);
        }

        Assert.Equal(ExportErrors.TooManyWaiting(3).English, (await world.Ask(world.Officer)).Error?.English);
        await world.Work();
        Assert.Null((await world.Ask(world.Officer)).Error);
    }

    private static string? ErrorCodeOf(SharedKernel.Error? error) => error?.Code.ToString();
}
