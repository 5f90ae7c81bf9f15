using Microsoft.Playwright;

namespace BillingActors.Console.Tests.World;

/// <summary>What is typed and kept a moment later.</summary>
internal static class Kept
{
    private const string Last = "document.querySelector('.draft time')?.dateTime ?? ''";

    /// <summary>Types something, and waits until a page that goes would bring it back.</summary>
    public static async Task IsKept(this IPage page, Func<Task> type)
    {
        var before = await page.EvaluateAsync<string>(Last);
        await type();
        await page.WaitForFunctionAsync($"before => ({Last}) !== before", before);
    }
}
