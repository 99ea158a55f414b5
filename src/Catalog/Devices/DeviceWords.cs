using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Catalog.Devices;

/// <summary>How screens are spoken of.</summary>
internal static class DeviceWords
{
    // It shows itself every few seconds and is written down each minute.
    private static readonly TimeSpan There = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static (LightKind Kind, string Text) State(this Words w, DeviceView screen) => screen switch
    {
        { WithdrawnAt: { } at } => (LightKind.Quiet, w[$"已停用，{w.Moment(at)}：{screen.WithdrawnBecause}", $"withdrawn {w.Moment(at)}: {screen.WithdrawnBecause}"]),
        { PairedAt: null, PairingCode: not null } => (LightKind.Information, w["等待在屏幕上输入配对码", "waits for its code to be typed"]),
        { PairedAt: null } => (LightKind.Near, w["配对码已过期，没有用过；请停用后重新登记", "its code ran out unused; withdraw it and register it anew"]),
        { LastSeenAt: { } seen } when screen.Now - seen < There => (LightKind.Done, w["连着", "connected"]),
        { LastSeenAt: { } seen } when screen.Now - seen < Day => (LightKind.Near, w[$"屏幕 {Long(w, screen.Now - seen)}没有连上", $"not connected for {Long(w, screen.Now - seen)}"]),
        { LastSeenAt: { } seen } => (LightKind.Overdue, w[$"屏幕 {Long(w, screen.Now - seen)}没有连上", $"not connected for {Long(w, screen.Now - seen)}"]),
        _ => (LightKind.Near, w["还没有连上过", "never connected"]),
    };

    /// <summary>How old the catalogue is that it shows, as far as is known.</summary>
    public static string Shows(this Words w, DeviceView screen) => (screen.CatalogueAt, screen.LastSeenAt) switch
    {
        ({ } of, { } seen) when seen - of < There => w["当时的商品和价格", "the goods and prices of that moment"],
        ({ } of, { } seen) => w[$"比连上时旧 {Long(w, seen - of)}", $"{Long(w, seen - of)} older than that"],
        _ => "—",
    };

    private static string Long(Words w, TimeSpan time) => time switch
    {
        { TotalMinutes: < 60 } => w[$"{(int)time.TotalMinutes} 分钟", $"{(int)time.TotalMinutes} min"],
        { TotalHours: < 24 } => w[$"{(int)time.TotalHours} 小时", $"{(int)time.TotalHours} h"],
        _ => w[$"{(int)time.TotalDays} 天", $"{(int)time.TotalDays} days"],
    };
}
