namespace BillingActors.Console.Tests.World;

/// <summary>The program and the browser that all tests share; each test has its own window and customers.</summary>
public sealed class ConsoleWorld : IAsyncLifetime
{
    internal BilledMarket Market { get; } = new();

    internal Browser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var browser = World.Browser.Start();
        await Market.Open(TestContext.Current.CancellationToken);
        Browser = await browser;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Market.DisposeAsync();
    }
}
