using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// The supervisor's and analyst's screens in every locale, also from right to left, with help in one place.
/// </summary>
public sealed class LanguageTests(ConsoleWorld world)
{
    [Theory]
    [InlineData("de-DE", @"\d{2}\.\d{2}\.\d{4}", @"\d,\d{2}")]
    [InlineData("fr-FR", @"\d{2}/\d{2}/\d{4}", @"\d,\d{2}")]
    [InlineData("ja-JP", @"\d{4}/\d{2}/\d{2}", @"\d\.\d{2}")]
    [InlineData("ar", @"\d{2}/\d{2}/\d{4}", @"\d\.\d{2}")]
    public async Task Screens_show_numbers_and_days_of_the_locale_and_fit_their_direction(
        string code, string day, string amount)
    {
        await using var window = await Window.As(world, "Supervisor");
        var page = window.Page;
        await page.Context.AddCookiesAsync(
            [new Cookie { Name = "billing-look", Value = code + ".light", Url = world.Market.Address.ToString() }]);
        var isRightToLeft = code == "ar";
        double? helpAt = null;
        foreach (var (path, ready) in Screens())
        {
            await page.GoTo(path);
            await page.Locator(ready).First.WaitForAsync();
            Assert.Equal(isRightToLeft ? "rtl" : "ltr", await page.Locator("html").GetAttributeAsync("dir"));
            var help = (await page.Locator(".help summary").BoundingBoxAsync())!;
            Assert.Equal(helpAt ??= help.X, help.X, 1.0);
            Assert.Equal(isRightToLeft, help.X < 400);
            Assert.False(await IsWiderThanTheWindow(page), $"{path} in {code} is wider than the window");
        }
        await page.GoTo("/console/receivables");
        Assert.Matches(day, await page.Locator(".lead time").First.InnerTextAsync());
        Assert.Matches(amount, await page.Locator(".kpis .money").First.InnerTextAsync());
        var drawing = page.Locator(".chart svg").First;
        Assert.Equal("ltr", await drawing.EvaluateAsync<string>("one => getComputedStyle(one).direction"));
        // A formula is read from left to right, also where everything else runs the other way.
        var bidi = await page.Locator("td").First.EvaluateAsync<string>("one => getComputedStyle(one).unicodeBidi");
        Assert.Equal(isRightToLeft, bidi == "plaintext");
        await window.IsAccessible("key figures in " + code);
        await window.Picture("key-figures-" + code);
    }

    private (string Path, string Ready)[] Screens() =>
    [
        ("/console", ".kpis"),
        ("/console/receivables", ".chart"),
        ("/console/receivables/past-due?entity=demo&currency=AUD", ".grid"),
        ("/console/runs", ".grid"),
        ("/console/tariffs", ".grid"),
        ("/console/tariffs/demo-flat", ".grid"),
        ("/console/imports", ".grid"),
        ($"/console/accounts/demo/{world.Market.Of(12).AccountId}/meters", ".chart"),
        ($"/console/accounts/demo/{world.Market.Of(12).AccountId}/what-if", "#tariff"),
    ];

    private static Task<bool> IsWiderThanTheWindow(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
}
