using System.Net;
using System.Text.RegularExpressions;

namespace BillingActors.Gateway.Tests;

/// <summary>A browser in short: it keeps cookies and reads tokens out of forms.</summary>
internal sealed partial class Visitor(HttpClient client)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public string PersonId { get; } = "p-" + Guid.NewGuid().ToString("N")[..8];

    public async Task<HttpResponseMessage> LogIn(string roles, string returnTo = "/console")
    {
        var page = await Page("/console/login");
        return await Post("/console/login", new()
        {
            ["PersonId"] = PersonId,
            ["Roles"] = roles,
            ["ReturnTo"] = returnTo,
            ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value,
        });
    }

    /// <summary>Where the log-in by the issuer leads.</summary>
    public async Task<Uri> Challenge(string returnTo, bool isAgain)
    {
        var page = await Page("/console/login");
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ReturnTo"] = returnTo,
            ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value,
        };
        if (isAgain)
            form["Again"] = "true";
        using var answer = await Post("/console/login/openid", form);
        var body = await answer.Content.ReadAsStringAsync(Http.Cancellation);
        Assert.True(answer.Headers.Location is { IsAbsoluteUri: true }, $"{answer.StatusCode} {body}");
        return answer.Headers.Location!;
    }

    public async Task<HttpResponseMessage> LogOut()
    {
        var page = await Page("/console/denied");
        return await Post("/console/logout", new()
        {
            ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value,
        });
    }

    public async Task<string> Page(string path)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, path));
        return await answer.Content.ReadAsStringAsync(Http.Cancellation);
    }

    public async Task<HttpStatusCode> See(string path)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, path));
        return answer.StatusCode;
    }

    /// <summary>An answer whose body is still on its way.</summary>
    public Task<HttpResponseMessage> Begin(string path) =>
        Send(new HttpRequestMessage(HttpMethod.Get, path), HttpCompletionOption.ResponseHeadersRead);

    public async Task<string> LedFrom(string path)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, path));
        var to = answer.Headers.Location?.OriginalString ?? "";
        return new Uri(new Uri("http://localhost"), to).AbsolutePath;
    }

    public Task<HttpResponseMessage> Post(string path, Dictionary<string, string> form) => Send(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) });

    private async Task<HttpResponseMessage> Send(
        HttpRequestMessage request, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        var answer = await client.SendAsync(request, until, Http.Cancellation);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }
        return answer;
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
