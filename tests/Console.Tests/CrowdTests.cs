using System.Diagnostics;
using System.Globalization;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// However much there is, a page loads no more than it shows. Times are told, not asserted: they say something about
/// the machine.
/// </summary>
public sealed class CrowdTests(ConsoleWorld world, CrowdedMarket crowd) : IClassFixture<CrowdedMarket>
{
    private const int RowCountMax = 60;

    // A page is some 110 kB and may be drawn more than once; all rows are a thousand times that.
    private const int BytesMax = 500_000;

    private const int PartLength = 400_000;

    private static readonly string Total = (CrowdedMarket.Count + 1).ToString("N0", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_grid_of_very_many_accounts_scrolls_and_searches_a_page_at_a_time()
    {
        await using var window = await Window.As(world, "Supervisor", "/console", crowd.Address);
        var page = window.Page;
        var bytes = 0L;
        page.WebSocket += (_, socket) =>
            socket.FrameReceived += (_, frame) => Interlocked.Add(ref bytes, frame.Binary?.Length ?? 0);
        var watch = Stopwatch.StartNew();
        await page.GotoAsync("/console/accounts");
        await page.Locator(".list-count", new() { HasText = Total + " accounts" }).WaitForAsync();
        await page.Locator(".list tbody a").First.WaitForAsync();
        await Shows(page, "opens", watch, Interlocked.Exchange(ref bytes, 0));

        foreach (var part in (double[])[0.25, 0.5, 0.1])
        {
            var before = await page.Locator(".list tbody a").First.InnerTextAsync();
            watch.Restart();
            await page.EvaluateAsync(
                "part => { const e = document.querySelector('.rz-data-grid-data');"
                + " e.scrollTop = e.scrollHeight * part; }",
                part);
            await page.WaitForFunctionAsync(
                "was => { const a = document.querySelector('.list tbody a'); return a && a.innerText !== was; }",
                before);
            await Shows(page, $"jumps to {part:P0}", watch, Interlocked.Exchange(ref bytes, 0));
        }

        await ReachesTheEnd(page, () => Interlocked.Exchange(ref bytes, 0));
        await TriesTheParts(page);
        Interlocked.Exchange(ref bytes, 0);

        var wanted = "M" + (CrowdedMarket.Count - 1).ToString("D7", CultureInfo.InvariantCulture);
        watch.Restart();
        await page.Locator(".list-search").FillAsync(wanted);
        await page.Locator(".list-count:text-is('1 account')").WaitForAsync();
        await page.Locator(".list tbody a", new() { HasText = wanted }).WaitForAsync();
        await Shows(page, "finds", watch, Interlocked.Exchange(ref bytes, 0));
        Assert.Equal(1, await page.Locator(".list tbody a").CountAsync());
    }

    [Theory]
    [InlineData("/console/unapplied", "U0000001", "U0000700")]
    [InlineData("/console/exceptions", "M0000001", "M0000700")]
    public async Task The_last_rows_of_a_list_that_nobody_counted_are_shown_and_then_the_first_again(
        string path, string first, string last)
    {
        await using var window = await Window.As(world, "Supervisor", path, crowd.Address);
        var page = window.Page;
        ILocator Row(string text) => page.Locator(".list tbody tr", new() { HasText = text });
        await Row(first).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Last rows" }).ClickAsync();
        await Row(last).WaitForAsync();
        await page.Locator(".list-count", new() { HasText = "The last 500" }).WaitForAsync();
        await Row(first).IsGone();
        await window.IsAccessible("the last rows of " + path.Split('/')[^1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "First rows" }).ClickAsync();
        await Row(first).WaitForAsync();
        await Row(last).IsGone();
    }

    [Fact]
    public async Task A_file_of_very_many_accounts_is_asked_for_by_one_and_agreed_to_by_another()
    {
        await using var maker = await Window.As(world, "Supervisor", "/console/accounts", crowd.Address);
        var page = maker.Page;
        await page.Locator(".list-count", new() { HasText = Total + " accounts" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Export…" }).ClickAsync();
        await page.GetByLabel("What for?").FillAsync("the yearly audit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for CSV" }).ClickAsync();
        await page.GetByText("Asked: another person agrees").WaitForAsync();
        await page.GotoAsync("/console/exports");
        var row = page.Locator("#exports tbody tr", new() { HasText = "the yearly audit" });
        await row.GetByText("Waiting").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).CountAsync());
        await maker.IsAccessible("long exports");

        await using var checker = await Window.Open(world, crowd.Address);
        await checker.LogInAs("carl-of-exports", "controller", "/console/exports");
        var watch = Stopwatch.StartNew();
        await checker.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await checker.Page.GetByText("Agreed: it is written now.").WaitForAsync();

        var link = row.GetByRole(AriaRole.Link, new() { Name = "Download" });
        await link.WaitForAsync();
        Tell($"{Total} accounts: written in {watch.ElapsedMilliseconds} ms");
        await maker.IsAccessible("a long export that is done");
        var csv = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await csv.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(CrowdedMarket.Count + 2, lines.Length);
        await row.GetByRole(AriaRole.Button, new() { Name = "Drop" }).ClickAsync();
        await page.GetByText("No long export waits").WaitForAsync();
    }

    [Fact]
    public async Task An_account_with_thousands_of_postings_opens_and_is_read_a_page_at_a_time()
    {
        var account = "/console/accounts/demo/" + crowd.AccountId;
        await using var window = await Window.As(world, "Supervisor", "/console", crowd.Address);
        var page = window.Page;
        foreach (var (path, rowCountMax) in ((string, int)[])[(account, 60), (account + "/ledger", 102)])
        {
            var watch = Stopwatch.StartNew();
            var answer = await page.GotoAsync(path);
            await page.Locator(".figures").WaitForAsync();
            Tell($"{path}: {watch.ElapsedMilliseconds} ms");
            Assert.InRange(await page.Locator("main tbody tr").CountAsync(), 1, rowCountMax);
            Assert.InRange((await answer!.BodyAsync()).Length, 1, BytesMax);
        }

        await page.GotoAsync(account);
        await page.GetByRole(AriaRole.Link, new() { Name = "Earlier events" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Newest events" }).WaitForAsync();
        Assert.Equal(50, await page.Locator("#timeline li").CountAsync());
        Assert.Contains("before=", page.Url, StringComparison.Ordinal);

        // The payments are 1, 2, 3… in minor units: every page goes on where the one before ended, down to the first.
        await page.GotoAsync(account + "/ledger");
        foreach (var before in (int[])[4_900, 4_800, 100])
        {
            if (before == 100)
                await page.GotoAsync($"{account}/ledger?before=100");
            else
                await page.GetByRole(AriaRole.Link, new() { Name = "earlier movements" }).ClickAsync();
            await page.ArrivesAt($"**before={before}*");
            await page.Locator(before == 100 ? "tr.is-sum" : $"a[href*='before={before - 100}']").WaitForAsync();
            var minors = await page.Locator(".grid tbody tr:not(.is-sum) td:nth-child(4) data")
                .EvaluateAllAsync<long[]>("all => all.map(one => -one.value)");
            Assert.Equal(Enumerable.Range(0, 100).Select(i => before - (long)i), minors);
        }
    }

    // Whatever the order, the last row is there at once, and so are those before it.
    private static async Task ReachesTheEnd(IPage page, Func<long> count)
    {
        var last = "M" + CrowdedMarket.Count.ToString("D7", CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        var parts = page.GetByRole(AriaRole.Button, new() { Name = "Last rows" });
        if (await parts.CountAsync() > 0)
            await parts.ClickAsync();
        else
            await Scroll(page, "e.scrollHeight");
        await page.Locator(".list tbody a", new() { HasText = last }).WaitForAsync();
        await Shows(page, "reaches the last row", watch, count());
        watch.Restart();
        await Scroll(page, "e.scrollTop - 3 * e.clientHeight");
        await page.Locator(".list tbody a", new() { HasText = last }).WaitForAsync(
            new() { State = WaitForSelectorState.Detached });
        await Shows(page, "goes back from there", watch, count());
        await Scroll(page, "e.scrollHeight");
        await page.Locator(".list tbody a", new() { HasText = last }).WaitForAsync();
        if (await parts.CountAsync() > 0)
            await page.GetByRole(AriaRole.Button, new() { Name = "First rows" }).ClickAsync();
        else
            await Scroll(page, "0");
    }

    // A list that is longer than a browser scrolls is walked part by part, forth and back.
    private static async Task TriesTheParts(IPage page)
    {
        var later = page.GetByRole(AriaRole.Button, new() { Name = "Later rows" });
        if (await later.CountAsync() == 0)
            return;
        var first = Math.Min(PartLength, CrowdedMarket.Count + 1 - PartLength); // Rows before the second part.
        var watch = Stopwatch.StartNew();
        await later.ClickAsync();
        await Row(page, first).WaitForAsync();
        await Shows(page, "shows the next part", watch, 0);
        watch.Restart();
        await page.GetByRole(AriaRole.Button, new() { Name = "Earlier rows" }).ClickAsync();
        await Row(page, PartLength - 1).WaitForAsync();
        await Shows(page, "goes back to the end of the part before", watch, 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Last rows" }).ClickAsync();
        await Row(page, CrowdedMarket.Count).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "First rows" }).ClickAsync();
        await Row(page, 1).WaitForAsync();
    }

    private static ILocator Row(IPage page, int number) => page.Locator(
        ".list tbody a", new() { HasText = "M" + number.ToString("D7", CultureInfo.InvariantCulture) });

    private static Task Scroll(IPage page, string top) => page.EvaluateAsync(
        $"() => {{ const e = document.querySelector('.rz-data-grid-data'); e.scrollTop = {top}; }}");

    private static async Task Shows(IPage page, string what, Stopwatch watch, long bytes)
    {
        var time = watch.ElapsedMilliseconds;
        // Counted when there are some: the table takes its rows away for a moment while others come.
        var counted = await page.WaitForFunctionAsync(
            "() => document.querySelectorAll('.list tbody a').length"
            + " && document.querySelectorAll('.list tbody tr').length");
        var rows = await counted.JsonValueAsync<int>();
        Tell($"{Total} accounts: {what} in {time} ms, {rows} rows, {bytes} bytes from the server");
        Assert.InRange(rows, 1, RowCountMax);
        Assert.InRange(bytes, 0, BytesMax);
    }

    private static void Tell(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);
}
