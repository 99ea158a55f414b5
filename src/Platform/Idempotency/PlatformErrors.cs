using Commerce.SharedKernel;

namespace Commerce.Platform.Idempotency;

/// <summary>Refusals that every module shares.</summary>
public static class PlatformErrors
{
    /// <summary>The key's shape is wrong.</summary>
    public static Error BadKey { get; } = new Error(
        ErrorCode.Invalid, "幂等键应为 1 至 255 个可打印的 ASCII 字符，没有做任何更改。", "The idempotency key must be 1 to 255 printable ASCII characters; nothing was changed.").At("idempotencyKey");

    /// <summary>The key belongs to another request.</summary>
    public static Error KeyReused { get; } = new Error(
        ErrorCode.KeyReused, "这个幂等键已用于另一份内容不同的请求，没有做任何更改；请换一个新键。", "This idempotency key was used with another request; nothing was changed. Use a new key.").At("idempotencyKey");

    /// <summary>No such thing, or not for this person.</summary>
    public static Error NotFound { get; } = new(
        ErrorCode.NotFound, "没有找到，或者您无权查看；没有做任何更改。", "Not found, or not yours to see; nothing was changed.");

    /// <summary>The right is missing.</summary>
    public static Error Forbidden { get; } = new(
        ErrorCode.Forbidden, "您没有做这件事的权限；没有做任何更改。需要时请找本单位管理员。", "You may not do this; nothing was changed. Ask your unit's administrator.");

    /// <summary>Not signed in.</summary>
    public static Error SignInFirst { get; } = new(
        ErrorCode.Forbidden, "请先登录；没有做任何更改。", "Sign in first; nothing was changed.");

    /// <summary>A parked event is put aside only with a reason that others can read later.</summary>
    public static Error DismissReason { get; } = new Error(
        ErrorCode.Invalid, "作废的理由应为 1 至 500 个字；没有做任何更改。", "The reason must have 1 to 500 characters; nothing was changed.").At("reason");

    /// <summary>Somebody else was faster.</summary>
    public static Error Stale(int current) => new Error(
        ErrorCode.VersionStale, $"别人刚刚改过它（现在是第 {current} 版），您的更改没有保存；请刷新后再试。", $"Somebody else changed it (now version {current}); your change was not saved. Reload and try again.")
    { Facts = new Dictionary<string, string> { ["currentVersion"] = current.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
}
