using Microsoft.Playwright;

namespace BillingActors.Console.Tests.World;

/// <summary>A page that is there and takes what a person does to it.</summary>
internal static class Arrival
{
    /// <summary>Opens a page of the console for somebody who is logged in.</summary>
    public static async Task GoTo(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.IsReady();
    }

    /// <summary>Waits until a link or a key has led to a page.</summary>
    public static async Task ArrivesAt(this IPage page, string pattern)
    {
        await page.WaitForURLAsync(pattern);
        await page.IsReady();
    }

    /// <summary>Keys work, and the server has taken over what it drew: a click before that can be lost.</summary>
    public static async Task IsReady(this IPage page)
    {
        await page.Locator(".shell").WaitForAsync();
        await page.WaitForFunctionAsync("() => window.billingKeys && !document.querySelector('[data-waits]')");
    }
}
