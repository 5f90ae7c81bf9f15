using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// The pictures of the documentation show what the console is: each is compared with its screen, in little, since no
/// two machines draw letters alike. <c>BILLING_WRITE_GOLDEN=1</c> takes them anew.
/// </summary>
public sealed class PictureTests(ConsoleWorld world, PictureMarket quiet) : IClassFixture<PictureMarket>
{
    // A page goes on filling after what was waited for is there.
    private const int TryCountMax = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Of the points of a picture that is made small, at most so many may differ by more than a shade.
    private const double ShareMax = 0.02;

    private const string CountDifferences =
        """
        async ([one, other]) => {
          const [width, height] = [170, 112];
          const points = async text => {
            const image = new Image();
            image.src = 'data:image/png;base64,' + text;
            await image.decode();
            const canvas = Object.assign(document.createElement('canvas'), { width, height });
            const context = canvas.getContext('2d');
            context.imageSmoothingQuality = 'high';
            context.drawImage(image, 0, 0, width, height);
            return context.getImageData(0, 0, width, height).data;
          };
          const [a, b] = [await points(one), await points(other)];
          let differing = 0;
          for (let i = 0; i < a.length; i += 4)
            if (Math.max(...[0, 1, 2].map(c => Math.abs(a[i + c] - b[i + c]))) > 40) differing++;
          return differing / (width * height);
        }
        """;

    // Of an account that no other test touches; its March may be billed meanwhile and is on none of them.
    private string Account => "/console/accounts/demo/" + world.Market.Of(9).AccountId;

    [Theory]
    [InlineData("explain-a-bill", "/explain", ".chart rect")]
    [InlineData("an-invoice", "", "#state-banner")]
    [InlineData("meters", null, ".chart")]
    public async Task The_documentation_shows_the_screen_as_it_is(string name, string? part, string ready)
    {
        var invoice = await world.Market.InvoiceOf(9, month: 1, TestContext.Current.CancellationToken);
        await using var window = await Window.As(
            world, "Service-desk agent", part is null ? Account + "/meters" : $"/console/invoices/{invoice}{part}");
        await window.Page.Locator(ready).First.WaitForAsync();
        if (part == "")
            await window.Page.FrameLocator("iframe.document").Locator("h1").WaitForAsync();
        await IsAsKept(window, name);
    }

    [Theory]
    [InlineData("approvals", "/console/approvals", ".effect data")]
    [InlineData("a-bill-run", null, ".funnel tbody tr .number")]
    [InlineData("ageing", "/console/ageing?by=segment&days=10,20,30,50", ".heat a")]
    public async Task The_documentation_shows_the_screens_of_a_supervisor(string name, string? path, string ready)
    {
        path ??= "/console/runs/" + await quiet.Market.LastClosedRun(TestContext.Current.CancellationToken);
        await using var window = await Window.As(world, "Supervisor", path, quiet.Market.Address);
        if (name == "approvals")
            await window.Page.Locator(".grid tbody button:enabled").First.ClickAsync();
        await window.Page.Locator(ready).First.WaitForAsync();
        if (name == "a-bill-run")
            await window.Page.GetByText("Bills to look at").WaitForAsync();
        await IsAsKept(window, name);
    }

    private static async Task IsAsKept(Window window, string name)
    {
        await window.Page.EvaluateAsync("document.activeElement?.blur(); document.fonts.ready");
        var path = Path.Combine(Root(), "docs", "images", name + ".png");
        if (Environment.GetEnvironmentVariable("BILLING_WRITE_GOLDEN") is { Length: > 0 })
        {
            var shown = await window.Page.ScreenshotAsync();
            await File.WriteAllBytesAsync(path, shown, TestContext.Current.CancellationToken);
        }
        Assert.True(File.Exists(path), $"{path} is missing: take it with BILLING_WRITE_GOLDEN=1.");
        var kept = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var share = await Differing(window.Page, kept, await window.Page.ScreenshotAsync());
        for (var count = 1; share > ShareMax && count < TryCountMax; count++)
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
            share = await Differing(window.Page, kept, await window.Page.ScreenshotAsync());
        }
        Assert.True(share <= ShareMax, $"{name}: {share:P1} differs; look at it and take it anew.");
    }

    [Fact]
    public async Task Another_screen_is_another_picture()
    {
        await using var window = await Window.As(world, "Service-desk agent", Account);
        await window.Page.Locator(".figures").WaitForAsync();
        var account = await window.Page.ScreenshotAsync();
        await window.Page.GoTo(Account + "/ledger");
        await window.Page.Locator(".figures").WaitForAsync();
        var ledger = await window.Page.ScreenshotAsync();
        Assert.Equal(0, await Differing(window.Page, ledger, ledger));
        Assert.True(await Differing(window.Page, account, ledger) > ShareMax);
    }

    private static Task<double> Differing(IPage page, byte[] one, byte[] other) => page.EvaluateAsync<double>(
        CountDifferences, new[] { Convert.ToBase64String(one), Convert.ToBase64String(other) });

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "BillingActors.sln")))
            root = root.Parent;
        return root?.FullName ?? throw new DirectoryNotFoundException("The sources are not here.");
    }
}
