namespace BillingActors.Console.Tests.World;

/// <summary>
/// A market of its own for pictures: nobody works in it meanwhile, so that lists and sums over all accounts are the
/// same each time.
/// </summary>
public sealed class PictureMarket : IAsyncLifetime
{
    private static readonly int[] Asking = [2, 3, 4];

    private static readonly int[] Paying = [13, 14, 15, 16, 18];

    internal BilledMarket Market { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await Market.Open(cancellation);
        foreach (var index in Asking)
            await Market.AskToAdjust(index, 5_100 + index, cancellation);
        foreach (var index in Paying)
            await Market.Overpay(index, 1_000 * index, "early", cancellation);
    }

    public ValueTask DisposeAsync() => Market.DisposeAsync();
}
