using Commerce.Assistance.Domain;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Commerce.Ui.Dialogs;
using Commerce.Ui.States;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Commerce.Assistance.YearClose;

/// <summary>A year's table, what stands in the way of closing it, its two signatures, and what came later.</summary>
public sealed partial class YearsPage(Errands errands, TimeProvider clock, IDialogService dialogs)
{
    private readonly IdempotencyKey key = new();
    private YearView? view;
    private int shown;
    private Error? refusal;
    private string? done;
    private bool busy;

    [SupplyParameterFromQuery]
    private int? Year { get; set; }

    private int ThisYear => clock.GetUtcNow().DayInChina().Year;

    private bool IsOver => shown < ThisYear;

    private bool Blocked => view!.Checks.Any(c => c.Blocks);

    private YearLine Sum => YearLine.Sum(view!.Lines);

    private bool MaySign => IsOver && view is { State: not MonthState.Closed } && errands.Person.Can(Capability.AssistanceClose) && !Blocked && !(view is { State: MonthState.Signed, FirstStillHolds: true });

    private bool MayCountersign => view is { State: MonthState.Signed, FirstStillHolds: true } && errands.Person.Can(Capability.AssistanceCountersign) && !Blocked;

    private LightKind Kind => view!.State switch
    {
        MonthState.Open => LightKind.Quiet,
        MonthState.Signed => view.FirstStillHolds ? LightKind.Information : LightKind.Near,
        MonthState.Closed => LightKind.Done,
    };

    private string State => view!.State switch
    {
        MonthState.Open => IsOver ? W["没有年度结账", "Not closed"] : W["还没有过完", "Not over yet"],
        MonthState.Signed when !view.FirstStillHolds => W[$"{view.FirstBy} 签字以后数字变了，要再签一次", $"Figures moved after {view.FirstBy} signed: to be signed again"],
        MonthState.Signed => W[$"{view.FirstBy} 已签字（{W.Moment(view.FirstAt!.Value)}），等第二人", $"Signed by {view.FirstBy} ({W.Moment(view.FirstAt!.Value)}), waits for the second"],
        MonthState.Closed => W["已年度结账", "Closed"],
    };

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        shown = Year is { } y && y <= ThisYear && y > ThisYear - 20 ? y : ThisYear - 1;
        (refusal, done) = (null, null);
        await Read();
    }

    private async Task Read() => view = await errands.Run((ReadYears years) => years.Read(shown, CancellationToken.None));

    private string ArchiveSaid(ExportState archive, int percent) => archive switch
    {
        ExportState.Done => W["归档包已做好，长期保存。", "The archive is made and kept."],
        ExportState.Failed => W["归档包没有做成，请重新制作；还不行请找系统管理员查看日志。", "The archive wasn't made; make it again, and if that fails have the administrator look at the log."],
        ExportState.Waiting or ExportState.Writing => W[$"归档包正在制作（{percent}%），稍后刷新本页。", $"The archive is being made ({percent}%); reload the page in a while."],
        ExportState.Cancelled or ExportState.Expired => "",
    };

    private Task Sign() => Do(
        () => errands.Run((SignYear.Handler handler) => handler.Handle(new(key.Value, YearId.Of(shown), view!.Entries), CancellationToken.None)),
        W["您已签字；请另一位同志来签第二个字。", "You have signed; somebody else signs second."]);

    private async Task Countersign()
    {
        if (await dialogs.Confirm(
            W[$"{shown}年年度结账？", $"Close {shown}?"],
            W["结账后这一年的表不再改变，它的月份不能重新打开；以后的退货和更正记作下一年的跨年调整。归档包在后台制作。", "The year's table never changes after that and its months stay closed; later returns and corrections stand in the next year. The archive is made in the background."],
            W["年度结账", "Close the year"]))
        {
            await Do(
                () => errands.Run((CountersignYear.Handler handler) => handler.Handle(new(key.Value, YearId.Of(shown), view!.Entries), CancellationToken.None)),
                W[$"{shown}年已年度结账。", $"{shown} is closed."]);
        }
    }

    private Task MakeAgain() => Do(
        () => errands.Run((MakeArchive.Handler handler) => handler.Handle(new(key.Value, YearId.Of(shown)), CancellationToken.None)),
        W["归档包在后台重新制作。", "The archive is made again in the background."]);

    private async Task Carried(string? said)
    {
        done = said;
        await Read();
    }

    private async Task Do(Func<Task<Outcome>> act, string said)
    {
        (busy, refusal, done) = (true, null, null);
        try
        {
            var outcome = await act();
            key.Renew();
            (refusal, done) = (outcome.Error, outcome.Error is null ? said : null);
            await Read();
        }
        finally
        {
            busy = false;
        }
    }
}
