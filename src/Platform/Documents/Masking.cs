namespace Commerce.Platform.Documents;

/// <summary>脱敏: how personal data stand in what is taken away by somebody who doesn't need them in full. Numbers of characters stay, so that two people can be told apart.</summary>
public static class Masking
{
    private const char Star = '*';

    /// <summary>王明 → 王*, 王小明 → 王*明, 欧阳小明 → 欧**明; a label such as 已删除人员 7 stays.</summary>
    public static string Name(string name) => name switch
    {
        _ when name.StartsWith(Personal.ErasedPerson.Prefix, StringComparison.Ordinal) => name,
        { Length: <= 1 } => name,
        { Length: 2 } => $"{name[0]}{Star}",
        _ => $"{name[0]}{new string(Star, name.Length - 2)}{name[^1]}",
    };

    /// <summary>13812341234 → 138****1234; what is too short to hide behind stars is hidden whole.</summary>
    public static string Phone(string phone) => Middle(phone, 3, 4);

    /// <summary>Of a bank account or an identity number only the last four: ****1234.</summary>
    public static string Account(string number) => Middle(number, 0, 4);

    private static string Middle(string text, int before, int after) => text.Length <= before + after
        ? new string(Star, text.Length)
        : text[..before] + new string(Star, text.Length - before - after) + text[^after..];
}
