using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>What somebody may do next.</summary>
internal enum Act
{
    Restock,
    TakeStockOff,
    SetBudget,
    Order,
    Draft,
    Submit,
    Edit,
    Approve,
    SendBack,
    Reject,
    Cancel,
    ProposeFreight,
    TakeProposal,
    Confirm,
    ConfirmCheaper,
    Dispatch,
    AllowMore,
    Weigh,
    Correct,
    Sign,
    SendSlipBack,
    Return,
    OpenWindow,
    OrderInWindow,
    CloseWindow,
    ConfirmWindow,
    ConfirmStatement,
    Invoice,
    RedInvoice,
    Pay,
    TakePaymentBack,
    LetDaysPass,
}

/// <summary>One thing that somebody does. The numbers choose among what is there when it is done, so that a story stays a story when steps are left out.</summary>
/// <param name="Act">What.</param>
/// <param name="Which">Which order, window, statement.</param>
/// <param name="Much">How much, in per mille of what would be usual.</param>
/// <param name="Luck">Everything else; every ninth does it to something that isn't ready for it.</param>
internal sealed record Step(Act Act, int Which, int Much, int Luck)
{
    private static readonly (int Weight, Act Act)[] Habits =
    [
        (4, Act.Restock), (1, Act.TakeStockOff), (3, Act.SetBudget), (9, Act.Order), (3, Act.Draft), (3, Act.Submit), (2, Act.Edit), (10, Act.Approve), (1, Act.SendBack), (1, Act.Reject),
        (3, Act.Cancel), (2, Act.ProposeFreight), (2, Act.TakeProposal), (7, Act.Confirm), (2, Act.ConfirmCheaper), (11, Act.Dispatch), (2, Act.AllowMore), (11, Act.Weigh), (4, Act.Correct),
        (13, Act.Sign), (2, Act.SendSlipBack), (5, Act.Return), (1, Act.OpenWindow), (4, Act.OrderInWindow), (1, Act.CloseWindow), (4, Act.ConfirmWindow), (2, Act.ConfirmStatement), (4, Act.Invoice),
        (2, Act.RedInvoice), (4, Act.Pay), (2, Act.TakePaymentBack), (3, Act.LetDaysPass),
    ];

    private static readonly Stopwatch Searching = new();

    /// <summary>Does it to something that isn't ready for it.</summary>
    public bool Astray => Luck % 9 == 0;

    /// <summary>Stories of so many steps. A story that fails is told again with ever smaller parts left out.</summary>
    public static Arbitrary<Step[]> Stories(int steps)
    {
        var step = from act in Gen.Frequency(Habits.Select(h => (h.Weight, Gen.Constant(h.Act))))
                   from which in Gen.Choose(0, 9999)
                   from much in Gen.Choose(1, 1000)
                   from luck in Gen.Choose(0, 9999)
                   select new Step(act, which, much, luck);
        return Arb.From(Gen.ArrayOf(step, steps), Shorter);
    }

    // A red run says what it found within minutes, be it not the shortest.
    private static IEnumerable<Step[]> Shorter(Step[] story)
    {
        Searching.Start();
        for (var part = story.Length / 2; part > 0; part /= 2)
        {
            for (var from = story.Length - part; from >= 0; from -= part)
            {
                if (Searching.Elapsed > TimeSpan.FromMinutes(2))
                {
                    yield break;
                }

                yield return [.. story[..from], .. story[(from + part)..]];
            }
        }
    }
}
