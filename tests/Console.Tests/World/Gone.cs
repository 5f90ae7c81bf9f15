using Microsoft.Playwright;

namespace BillingActors.Console.Tests.World;

/// <summary>What a page shows no more.</summary>
internal static class Gone
{
    /// <summary>
    /// Waits until nothing on the page is it. After something was done a page says so first and reads anew then, so
    /// that counting at once would be a race.
    /// </summary>
    public static Task IsGone(this ILocator what) =>
        what.First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
}
