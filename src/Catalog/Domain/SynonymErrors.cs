using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>The refusals about words that mean the same.</summary>
internal static class SynonymErrors
{
    public static Error HowMany { get; } = new Error(
        ErrorCode.Invalid, "一组同义词要有 2 至 20 个不同的词；没有做任何更改。", "A group has 2 to 20 different words; nothing was changed.").At("words");

    public static Error WordShape(string word) => new Error(
        ErrorCode.Invalid, $"“{Short(word)}”不能用：每个词 1 至 40 字，不含“|”；没有做任何更改。", $"\"{Short(word)}\" can't be used: a word has 1 to 40 characters and no \"|\"; nothing was changed.").At("words");

    public static Error InAnotherGroup(string word) => new Error(
        ErrorCode.Invalid, $"“{word}”已在另一组里；没有做任何更改。请改那一组，或先把它从那一组去掉。", $"\"{word}\" is in another group; nothing was changed. Change that group, or take the word out of it first.").At("words");

    private static string Short(string word) => word.Length > 40 ? word[..40] + "…" : word;
}
