using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Commerce.Ui.Dialogs;
using Commerce.Ui.States;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Commerce.Assistance.Months;

/// <summary>A month's confirmations and signatures. Each person sees the button that is theirs.</summary>
public sealed partial class MonthsPage(Errands errands, NavigationManager navigation, TimeProvider clock, IDialogService dialogs)
{
    private readonly IdempotencyKey key = new();
    private MonthView? view;
    private Month month;
    private Error? refusal;
    private string? done;
    private string reason = "";
    private bool busy;

    [SupplyParameterFromQuery(Name = "month")]
    private string? MonthAsked { get; set; }

    private Month Now => clock.GetUtcNow().MonthInChina();

    private bool IsOver => month < Now;

    private IEnumerable<Month> Choosable => Enumerable.Range(0, 24).Select(back => (Now.Year * 12) + Now.OfYear - 1 - back).Select(n => Month.Of(n / 12, (n % 12) + 1)).Union([month]);

    private bool MaySign => view is { State: not MonthState.Closed } && errands.Person.Can(Capability.AssistanceClose) && !(view is { State: MonthState.Signed, FirstStillHolds: true });

    private bool MayCountersign => view is { State: MonthState.Signed, FirstStillHolds: true } && errands.Person.Can(Capability.AssistanceCountersign);

    private bool MayReopen => view is { State: MonthState.Closed } && errands.Person.Can(Capability.AssistanceClose);

    private LightKind Kind => view!.State switch
    {
        MonthState.Open => LightKind.Quiet,
        MonthState.Signed => view.FirstStillHolds ? LightKind.Information : LightKind.Near,
        MonthState.Closed => LightKind.Done,
    };

    private string State => view!.State switch
    {
        MonthState.Open => IsOver ? W["未结账", "Not closed"] : W["还没有过完", "Not over yet"],
        MonthState.Signed when !view.FirstStillHolds => W[$"{view.FirstBy} 签字以后又有新记录，要再签一次", $"Rows came after {view.FirstBy} signed: to be signed again"],
        MonthState.Signed => W[$"{view.FirstBy} 已签字（{W.Moment(view.FirstAt!.Value)}），等第二人", $"Signed by {view.FirstBy} ({W.Moment(view.FirstAt!.Value)}), waits for the second"],
        MonthState.Closed => W[$"已结账（第 {view.Versions[0].Number} 版）", $"Closed (version {view.Versions[0].Number})"],
    };

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // The month that was closed last, or waits for it, is last month.
        var asked = Month.TryParse(MonthAsked, out var read) && read <= Now ? read : (Month?)null;
        var last = (Now.Year * 12) + Now.OfYear - 2;
        month = asked ?? Month.Of(last / 12, (last % 12) + 1);
        (refusal, done) = (null, null);
        await Read();
    }

    private async Task Read() => view = await errands.Run((ReadMonths months) => months.Read(month, CancellationToken.None));

    private void Go(string? to) => navigation.NavigateTo($"/months?month={to}");

    private bool MayConfirm(MonthLine line) => IsOver && view!.State != MonthState.Closed && errands.Person.Can(Capability.AssistanceConfirm, line.UnitId);

    private string HrefOf(MonthLine line) => new LedgerAddress { Year = month.Year, Month = month, Unit = line.UnitId, AsInMonthTable = true }.At("/ledger");

    private Task Confirm(MonthLine line) => Do(
        () => errands.Run((ConfirmMonth.Handler handler) => handler.Handle(new(key.Value, MonthId.Of(month), line.UnitId, line.Entries), CancellationToken.None)),
        W[$"{line.Unit}{W.Month(month)}的数已确认。", $"The figures of {line.Unit} for {W.Month(month)} are confirmed."]);

    private Task Sign() => Do(
        () => errands.Run((CloseMonth.Handler handler) => handler.Handle(new(key.Value, MonthId.Of(month), view!.Entries), CancellationToken.None)),
        W["您已签字；请另一位同志来签第二个字。", "You have signed; somebody else signs second."]);

    private async Task Countersign()
    {
        if (await dialogs.Confirm(
            W[$"结{W.Month(month)}的账？", $"Close {W.Month(month)}?"],
            W[$"结账后这个月的表不再改变，未确认单位 {view!.Unconfirmed} 个照此注明；以后的退货和更正记入以后的月份。", $"The table never changes after that, with {view!.Unconfirmed} units unconfirmed; later returns and corrections go to later months."],
            W["结账", "Close"]))
        {
            await Do(
                () => errands.Run((CountersignMonth.Handler handler) => handler.Handle(new(key.Value, MonthId.Of(month), view!.Entries), CancellationToken.None)),
                W[$"{W.Month(month)}已结账。", $"{W.Month(month)} is closed."]);
        }
    }

    private Task Reopen() => Do(
        () => errands.Run((ReopenMonth.Handler handler) => handler.Handle(new(key.Value, MonthId.Of(month), reason), CancellationToken.None)),
        W[$"{W.Month(month)}已重新打开；原来的表还在下面。", $"{W.Month(month)} is open again; the closed table stays below."]);

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
