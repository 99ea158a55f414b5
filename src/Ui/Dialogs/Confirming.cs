using MudBlazor;

namespace Commerce.Ui.Dialogs;

/// <summary>Asks before what can't be undone.</summary>
public static class Confirming
{
    /// <summary>True when the person wants it.</summary>
    /// <param name="dialogs">The page's dialogs.</param>
    /// <param name="title">The question with the thing's name: 停用账号 张采购？</param>
    /// <param name="consequence">What will be so afterwards.</param>
    /// <param name="verb">What the button does: 停用.</param>
    public static async Task<bool> Confirm(this IDialogService dialogs, string title, string consequence, string verb)
    {
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, new DialogParameters<ConfirmDialog> { { d => d.Consequence, consequence }, { d => d.Verb, verb } });
        return await dialog.Result is { Canceled: false };
    }
}
