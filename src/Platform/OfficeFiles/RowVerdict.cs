using Commerce.SharedKernel;

namespace Commerce.Platform.OfficeFiles;

/// <summary>What becomes of a row.</summary>
public enum RowFate
{
    /// <summary>新增.</summary>
    New,

    /// <summary>修改.</summary>
    Changed,

    /// <summary>不变.</summary>
    Same,

    /// <summary>It can't be taken, so nothing of the file is.</summary>
    Wrong,
}

/// <summary>What saving would do with a row, or why nothing can be saved because of it.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Subject">Whom or what it is about.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Chinese">In words: what changes, or what is wrong and what to do.</param>
/// <param name="English">The same.</param>
public sealed record RowVerdict(string Sheet, int Number, string Subject, RowFate Fate, string Chinese, string English)
{
    // A refusal is kept with its key, and read on one screen.
    private const int Told = 5;

    /// <summary>The refusal of a file with rows that can't be taken; null when all can.</summary>
    public static Error? Refusal(IReadOnlyList<RowVerdict> rows)
    {
        List<RowVerdict> wrong = [.. rows.Where(r => r.Fate == RowFate.Wrong)];
        return wrong.Count == 0 ? null : new(
            ErrorCode.Invalid,
            $"有 {wrong.Count} 行不对，所以一行也没有保存。请改好后重新上传。{string.Join(' ', wrong.Take(Told).Select(r => $"{r.Sheet}第 {r.Number} 行：{r.Chinese}"))}{(wrong.Count > Told ? " 等等。" : "")}",
            $"{wrong.Count} rows are wrong, so none was saved. Mend them and upload the file again. {string.Join(' ', wrong.Take(Told).Select(r => $"{r.Sheet} row {r.Number}: {r.English}"))}{(wrong.Count > Told ? " And so on." : "")}");
    }
}
