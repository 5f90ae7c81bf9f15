using BillingActors.Cli.Demo;
using BillingActors.Cli.Embedded;
using BillingActors.Silo;
using BillingActors.Storage;

namespace BillingActors.Console.Tests.World;

/// <summary>
/// A program of its own without a bill, for what is done by hand: its accounts and sums are none of the lists that
/// other tests count. It is 1 April.
/// </summary>
public sealed class HandMarket : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-hand-");
    private readonly MovableClock _clock = new();
    private EmbeddedHost? _host;
    private DemoDesk? _desk;

    /// <summary>Where the program listens.</summary>
    public Uri Address => _host!.Address;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var storage = new StorageOptions { Path = Path.Combine(_folder.FullName, "billing.db") };
        _clock.Set(DemoDesk.MorningOf(DemoMarket.Begin(3)));
        _host = await EmbeddedHost.Start(storage, ("http://127.0.0.1:0", IsDevelopment: true), _clock, cancellation);
        _desk = new DemoDesk(_host, _clock);
        await _desk.MoveTo(DemoMarket.Begin(3), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _desk?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Accounts of a test's own, in a legal entity of this id.</summary>
    internal HandAccounts Hands(string entityId) => new(_desk!, entityId);
}
