using Commerce.Assistance.Domain;
using Commerce.Ui.States;

namespace Commerce.Assistance.Moves;

/// <summary>What requests to move are called on pages.</summary>
internal static class MoveWords
{
    public static string Of(MoveState state, bool chinese) => state switch
    {
        MoveState.Asked => chinese ? "待对方答复" : "Waits for the other unit",
        MoveState.Agreed => chinese ? "已改计" : "Moved",
        MoveState.Refused => chinese ? "对方不同意" : "Refused",
        MoveState.Withdrawn => chinese ? "已撤回" : "Withdrawn",
    };

    public static LightKind LightOf(MoveState state) => state switch
    {
        MoveState.Asked => LightKind.Near,
        MoveState.Agreed => LightKind.Done,
        MoveState.Refused or MoveState.Withdrawn => LightKind.Quiet,
    };
}
