using System.Text.RegularExpressions;
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

    /// <summary>
    /// Waits until a link or a key has led to a page: one star is a part of its address, two are any number of parts.
    /// The address is looked at again and again, since waiting for it to change misses a change that comes at once.
    /// </summary>
    public static async Task ArrivesAt(this IPage page, string pattern)
    {
        var address = string.Join(".*", pattern.Split("**").Select(Parts));
        var wanted = new Regex($"^{address}$", RegexOptions.None, TimeSpan.FromSeconds(1));
        await Assertions.Expect(page).ToHaveURLAsync(wanted, new() { Timeout = 45_000 });
        await page.IsReady();
    }

    /// <summary>Keys work, and the server has taken over what it drew: a click before that can be lost.</summary>
    public static async Task IsReady(this IPage page)
    {
        await page.Locator(".shell").WaitForAsync();
        await page.WaitForFunctionAsync("() => window.billingKeys && !document.querySelector('[data-waits]')");
    }

    private static string Parts(string text) => string.Join("[^/]*", text.Split('*').Select(Regex.Escape));
}
