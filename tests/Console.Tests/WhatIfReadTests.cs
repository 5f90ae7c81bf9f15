using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>A read is taken to be another one before anybody corrects it.</summary>
public sealed class WhatIfReadTests(ConsoleWorld world)
{
    private const int Reader = 26;

    // Read by the verb alone.
    private const int Other = 28;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The days are given: the newest bill is another one once a run of others has billed the account.
    private string Path => $"/console/accounts/demo/{world.Market.Of(Reader).AccountId}/what-if"
        + "?from=2025-02-01&through=2025-02-28";

    [Fact]
    public async Task A_read_is_taken_to_be_another_and_entered_with_a_reason()
    {
        var closing = new DateOnly(2025, 3, 1);
        var before = await world.Market.ReadOn(Reader, closing, Cancellation);
        await using var window = await Window.As(world, "Billing operator", Path);
        var page = window.Page;
        var beside = page.Locator("#reads label:has(input[value^='2025-03-01']) input[name=read]");
        await page.Locator("#tariff").SelectOptionAsync("own:");

        await beside.FillAsync("1"); // Nobody's meter runs back that far.
        await page.GetByRole(AriaRole.Button, new() { Name = "Rate again" }).ClickAsync();
        await page.GetByText("read-below-previous").WaitForAsync();
        await page.GetByText("reads/0/value").WaitForAsync();

        var value = (before.Value + 7).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await beside.FillAsync(value);
        await page.GetByRole(AriaRole.Button, new() { Name = "Rate again" }).ClickAsync();
        await page.Locator("#assumed tbody tr").WaitForAsync();
        var shown = await page.Locator("#would-be").InnerTextAsync();
        Assert.StartsWith("With these reads", shown, StringComparison.Ordinal);
        await window.IsAccessible("what if, reads");
        await window.Picture("what-if-reads-light");
        Assert.Equal(before, await world.Market.ReadOn(Reader, closing, Cancellation));

        await page.Locator("#apply-reason").FillAsync("the customer sent a picture");
        await page.Locator("#enter-reads").ClickAsync();
        await page.Locator("#apply .is-good", new() { HasText = "1 of them as a correction" }).WaitForAsync();
        var after = await world.Market.ReadOn(Reader, closing, Cancellation);
        Assert.Equal((before.Value + 7, before.Version + 1), (after.Value, after.Version));
        await page.ReloadAsync();
        await page.Locator("#would-be").WaitForAsync();
        Assert.Equal(shown, await page.Locator("#would-be").InnerTextAsync());
    }

    [Fact]
    public async Task Who_may_not_hand_in_reads_sees_what_they_would_come_to()
    {
        await using var window = await Window.As(world, "Service-desk agent", Path);
        var page = window.Page;
        await page.Locator("#tariff").SelectOptionAsync("demo-flat");
        await page.Locator("input[name=day]").FillAsync("2025-03-02");
        await page.Locator("input[name=showed]").FillAsync("99999.5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rate again" }).ClickAsync();
        await page.Locator("#assumed td", new() { HasText = "not read" }).WaitForAsync();

        Assert.Equal("99999.5", await page.Locator("input[name=showed]").InputValueAsync());
        Assert.Equal(0, await page.Locator("#enter-reads").CountAsync());
    }

    [Fact]
    public async Task The_verb_takes_a_read_too_and_stores_nothing()
    {
        var closing = new DateOnly(2025, 3, 1);
        var before = await world.Market.ReadOn(Other, closing, Cancellation);
        string[] question =
        [
            "what-if", "demo/" + world.Market.Of(Other).AccountId, "--contract", world.Market.Of(Other).ContractId,
            "--from", "2025-02-01", "--until", "2025-03-01", "--read",
        ];
        var value = (before.Value + 7).ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (code, output, errors) = await world.Market.Verb(
            [.. question, $"{before.Register}={value}@2025-03-01"], Cancellation);
        var undated = await world.Market.Verb([.. question, $"{before.Register}={value}"], Cancellation);
        var backward = await world.Market.Verb([.. question, $"{before.Register}=1@2025-03-01"], Cancellation);

        Assert.True(code == 0, errors);
        var was = before.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(
            $"read {before.Register} of {before.MeterSerial}, 2025-03-01: {value} ", output, StringComparison.Ordinal);
        Assert.Contains($", not {was}", output, StringComparison.Ordinal);
        Assert.Contains("nothing is stored", output, StringComparison.Ordinal);
        Assert.Contains("total ", output, StringComparison.Ordinal);
        Assert.Equal((4, true), (undated.Code, undated.Errors.Contains("on which day", StringComparison.Ordinal)));
        Assert.Equal(
            (1, true), (backward.Code, backward.Errors.Contains("read-below-previous", StringComparison.Ordinal)));
        Assert.Equal(before, await world.Market.ReadOn(Other, closing, Cancellation));
    }
}
