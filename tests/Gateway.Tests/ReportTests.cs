using System.Net;
using System.Text.Json;

namespace BillingActors.Gateway.Tests;

public sealed class ReportTests
{
    private const string Receivables = "/v1/reports/receivables";

    [Fact]
    public async Task Key_figures_say_their_day_and_are_exact_texts()
    {
        await using var host = await GatewayHost.Start();
        var text = await host.As("supervisor").GetStringAsync(Receivables, Http.Cancellation);

        Assert.Contains("\"asOf\":\"2026-03-01\"", text, StringComparison.Ordinal);
        Assert.Contains("\"days\":90", text, StringComparison.Ordinal);
        Assert.Contains("\"outstandingDays\":\"40.0\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_legal_entities_are_left_out()
    {
        await using var host = await GatewayHost.Start();
        var caller = host.As("controller", "pat", "south");
        using var report = JsonDocument.Parse(await caller.GetStringAsync(Receivables, Http.Cancellation));
        var books = report.RootElement.GetProperty("books");

        Assert.Equal(1, books.GetArrayLength());
        Assert.Equal("south", books[0].GetProperty("entityId").GetString());
        using var other = await caller.Send("GET", Receivables + "/north/past-due?currency=AUD");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var cash = await caller.Send("GET", Receivables + "/north/unapplied-cash?currency=AUD");
        Assert.Equal(HttpStatusCode.NotFound, cash.StatusCode);
        using var proposed = await caller.Send("GET", "/v1/payments/unapplied/north?currency=AUD");
        Assert.Equal(HttpStatusCode.NotFound, proposed.StatusCode);
    }

    [Theory]
    [InlineData("?days=29")]
    [InlineData("?days=367")]
    [InlineData("/north/past-due")]
    public async Task What_cannot_be_answered_is_refused(string path)
    {
        await using var host = await GatewayHost.Start();
        using var response = await host.As("collector").Send("GET", Receivables + path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Pages_of_equal_amounts_go_on_where_the_one_before_ended()
    {
        await using var host = await GatewayHost.Start();
        var caller = host.As("auditor");
        var (path, accounts) = (Receivables + "/north/past-due?currency=AUD&limit=1", new List<string?>());
        for (var next = path; next is not null;)
        {
            using var page = JsonDocument.Parse(await caller.GetStringAsync(next, Http.Cancellation));
            accounts.AddRange(page.RootElement.GetProperty("items").EnumerateArray()
                .Select(row => row.GetProperty("accountId").GetString()));
            next = page.RootElement.GetProperty("nextCursor").GetString() is { } cursor
                ? path + "&cursor=" + Uri.EscapeDataString(cursor)
                : null;
        }
        Assert.Equal(["a0", "a1", "a2"], accounts);
    }
}
