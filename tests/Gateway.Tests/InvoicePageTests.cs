using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Gateway.Tests;

public sealed partial class InvoicePageTests : IAsyncLifetime
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'&{0}</style></table>";
    private GatewayHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await GatewayHost.Start();
        _host.Behind.Reports.Invoices.Add(Invoice());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_page_shows_quantity_unit_price_amount_and_source_of_every_line()
    {
        var page = await Page("/v1/invoices/north.a1.5/page");
        string[] texts = ["1250.5", "kWh", "0.2935", "367.02", "plan@3", "E1 2026-01-01", "imp-7", "403.72", "ABN 1",
            "exactly 367.02175", "25 % estimated"];
        foreach (var text in texts)
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("2026-01-01 to 2026-01-31", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_texts_stay_text()
    {
        var page = await Page("/v1/invoices/north.a1.5/page");
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<Ltd>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "</style>", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task The_page_loads_nothing_and_its_style_is_the_one_the_policy_names()
    {
        using var response = await _host.As("agent").Send("GET", "/v1/invoices/north.a1.5/page");
        var page = await response.Content.ReadAsStringAsync(Http.Cancellation);
        var style = Style().Match(page).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=", page.Replace("src=x", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tables_have_captions_and_headers_with_scope()
    {
        var page = await Page("/v1/invoices/north.a1.5/page");
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "<caption>", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.DoesNotMatch("<th(?! scope=)[ >]", page);
    }

    [Fact]
    public async Task The_address_of_an_invoice_gives_data_or_a_page_as_the_caller_accepts()
    {
        using var json = await _host.As("agent").Send("GET", "/v1/invoices/north.a1.5");
        using var html = await _host.As("agent")
            .Send("GET", "/v1/invoices/north.a1.5", null, "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        using var none = await _host.As("agent").Send("GET", "/v1/invoices/north.a1.6", null, "Accept: text/html");
        var line = (await json.Json()).GetProperty("lines")[0];
        Assert.Equal("\"1250.50\"", line.GetProperty("quantity").GetRawText());
        Assert.Equal("36702", line.GetProperty("amountMinor").GetRawText());
        Assert.Equal("text/html", html.Content.Headers.ContentType?.MediaType);
        await none.Problem(HttpStatusCode.NotFound, "invoice-unknown");
    }

    private async Task<string> Page(string path)
    {
        using var response = await _host.As("agent").Send("GET", path);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync(Http.Cancellation);
    }

    internal static InvoiceView Invoice()
    {
        var (from, until) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1));
        var line = new InvoiceLineView("k1", "energy", Hostile, from, until, 1250.50m, "kWh", 0.2935m, 367.02175m,
            36702, Hostile, null, "plan@3", "standard", "intervals", "E1 2026-01-01", "imp-7", 0.25m);
        return new InvoiceView("north.a1.5", "INV-5", "north", "a1", "c1", null, until, until.AddDays(14), from, until,
            "AUD", [line], [new TaxLineView("GST", Hostile, 10m, 36702, 3670)], 36702, 3670, 40372, "ab12",
            Notes: [Hostile + " note"]);
    }

    [GeneratedRegex(
        "<style>(?<style>.*?)</style>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Style();
}
