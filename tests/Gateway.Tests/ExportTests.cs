using System.Net;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Gateway.Tests.Fakes;

namespace BillingActors.Gateway.Tests;

/// <summary>Lists of the desk as files: written while they are read, for who may have them, and noted.</summary>
public sealed class ExportTests
{
    private const int Long = 2 * ListExport.CountMax;
    private const string Path = "/console/export/accounts.csv?status=open";

    [Fact]
    public async Task A_list_leaves_while_it_is_still_being_read_a_page_at_a_time()
    {
        var list = new LongAccountList(ListExport.CountMax, freePages: 4);
        await using var host = await Host(list);
        var visitor = await Visit(host, "supervisor");

        using var answer = await visitor.Begin(Path).WaitAsync(TimeSpan.FromSeconds(60), Http.Cancellation);
        await using var body = await answer.Content.ReadAsStreamAsync(Http.Cancellation);
        using var lines = new StreamReader(body);
        Assert.StartsWith("entity,account,", await Line(lines), StringComparison.Ordinal);
        Assert.Contains("A000000", await Line(lines), StringComparison.Ordinal);
        Assert.InRange(list.PageCount, 1, 4); // Its first rows are here, and most of it was never read.
        list.GoOn();

        var (count, last) = (1, "");
        while (await Line(lines) is { Length: > 0 } line)
            (count, last) = (count + 1, line);
        Assert.Equal(ListExport.CountMax, count);
        Assert.Contains("A009999", last, StringComparison.Ordinal);
        Assert.InRange(list.AskedMax, 1, 500);
    }

    [Fact]
    public async Task A_list_becomes_a_workbook_a_page_at_a_time()
    {
        var list = new LongAccountList(ListExport.CountMax);
        await using var host = await Host(list);
        var visitor = await Visit(host, "auditor");

        using var answer = await visitor.Begin("/console/export/accounts.xlsx");

        var bytes = await answer.Content.ReadAsByteArrayAsync(Http.Cancellation);
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
        Assert.InRange(list.PageCount, ListExport.CountMax / 500, (ListExport.CountMax / 500) + 1);
        Assert.InRange(list.AskedMax, 1, 500);
    }

    [Fact]
    public async Task A_long_list_is_not_written_at_once_also_for_who_may_have_it()
    {
        var list = new LongAccountList(Long);
        await using var host = await Host(list);
        var visitor = await Visit(host, "supervisor");

        Assert.Equal("/console/exports", await visitor.LedFrom(Path));
        Assert.Equal(0, list.PageCount);
        Assert.DoesNotContain(host.Behind.Audit.Entries, one => one.Action == "list-exported");
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("clerk")]
    public async Task A_long_list_is_refused_without_the_permission_for_it_and_not_read(string role)
    {
        var list = new LongAccountList(Long);
        await using var host = await Host(list);
        var visitor = await Visit(host, role);

        Assert.Equal("/console/denied", await visitor.LedFrom(Path));
        Assert.Equal(0, list.PageCount);
        Assert.DoesNotContain(host.Behind.Audit.Entries, one => one.Action == "list-exported");
    }

    [Fact]
    public async Task A_list_as_long_as_anybody_may_have_is_no_long_one()
    {
        await using var host = await Host(new LongAccountList(ListExport.CountMax));
        var visitor = await Visit(host, "agent");

        Assert.Equal(HttpStatusCode.OK, await visitor.See(Path));
        Assert.Equal("csv, 10,000 accounts, status=open", Assert.Single(
            host.Behind.Audit.Entries, one => one.Action == "list-exported").After);
    }

    [Theory]
    [InlineData("balance,account", "balance,account,currency", "0.00,A000000,AUD")]
    [InlineData("customer", "account,customer", "A000000,Ada 000000")]
    [InlineData("currency,account,balance,gone", "currency,account,balance", "AUD,A000000,0.00")]
    public async Task A_file_has_the_columns_that_are_seen_and_says_in_which_currency_its_amounts_are(
        string columns, string headings, string line)
    {
        await using var host = await Host(new LongAccountList(1));
        var visitor = await Visit(host, "clerk");

        using var answer = await visitor.Begin(Path + "&columns=" + Uri.EscapeDataString(columns));

        var text = await answer.Content.ReadAsStringAsync(Http.Cancellation);
        Assert.Equal([headings, line], text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("columns=", Assert.Single(
            host.Behind.Audit.Entries, one => one.Action == "list-exported").After, StringComparison.Ordinal);
    }

    private static async Task<GatewayHost> Host(LongAccountList list)
    {
        var host = await GatewayHost.Start("Development", [("Billing:Auth:DevelopmentIssuer", "true")]);
        host.Behind.AccountList = list;
        return host;
    }

    private static async Task<Visitor> Visit(GatewayHost host, string role)
    {
        var visitor = new Visitor(host.Anonymous());
        (await visitor.LogIn(role)).Dispose();
        return visitor;
    }

    private static async Task<string?> Line(StreamReader lines) => await lines.ReadLineAsync(Http.Cancellation);
}
