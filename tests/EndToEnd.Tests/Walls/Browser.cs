using System.Net;
using System.Text.RegularExpressions;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Signs in by the form and keeps its cookies, as a browser does.</summary>
internal sealed partial class Browser(Uri address)
{
    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => field ??= new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>The page with the form, which says who is signed in already.</summary>
    public Task<string> Form() => Http.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));

    public async Task<HttpResponseMessage> SignIn(string userName, string password) => await Post("/account/sign-in", new()
    {
        ["__RequestVerificationToken"] = TokenIn(await Form()),
        ["userName"] = userName,
        ["password"] = password,
        ["returnUrl"] = "/",
    });

    public Task<HttpResponseMessage> Post(string path, Dictionary<string, string> form) => Http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(form));

    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
