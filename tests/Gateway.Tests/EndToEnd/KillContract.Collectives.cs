using BillingActors.Cli.Client;
using BillingActors.Cli.Embedded;
using BillingActors.Domain.Collectives;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Silo;
using BillingActors.Storage;
using BillingActors.Storage.Collectives;
using BillingActors.Storage.Privacy;
using NodaTime.Extensions;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>
/// The program is killed while a parent takes the bills of its children, page by page; its bill day lies in the past by
/// then, because the bills were issued under a clock that stood some weeks before.
/// </summary>
public abstract partial class KillContract
{
    private const int ChildCount = ApprovedMarket.AccountCount - 1;
    private const int CollectivePageSize = 20;
    private const int BillDay = 14;

    private static readonly TimeSpan CollectiveLongest = TimeSpan.FromSeconds(90);

    /// <summary>
    /// Where a collective bill of eight pages dies: after its third page and, where there is time for it, after its
    /// first and in the middle of another.
    /// </summary>
    protected static TheoryDataRow<string>[] CollectivePlaces =>
    [
        new(CrashPoints.BetweenCollectivePages + ":3"),
        .. IsThorough
            ? new TheoryDataRow<string>[]
            {
                new(CrashPoints.BetweenCollectivePages + ":1"), new(CrashPoints.AfterWriteBeforeCommit + ":4"),
            }
            : [],
    ];

    /// <summary>A collective bill that was killed between two of its pages has every child once.</summary>
    protected async Task Collect(string crashAt)
    {
        var storage = await market.Copy();
        var (parent, billOn) = await BillChildren(storage);
        var (code, said) = await BillingProgram.Die(storage, crashAt);
        Assert.True(code == BillingProgram.Killed, $"ended with {code}: {said}");
        // Some pages are taken for good, and some still wait.
        Assert.InRange(await WaitingCount(storage, parent, billOn), 1, ChildCount - CollectivePageSize);

        await using (var program = await BillingProgram.Serve(storage))
        {
            using var desk = Desk(program);
            await AssertCollected(desk, parent, await UntilBilled(desk, parent));
            Assert.Equal(0, await WaitingCount(storage, parent, billOn));
        }
        await AssertVerified(storage);
    }

    // Everybody is a child of the first account, and the run that was approved is issued.
    private async Task<(string Parent, DateOnly BillOn)> BillChildren(StorageOptions storage)
    {
        var clock = new MovableClock();
        clock.Set(TimeProvider.System.GetUtcNow().AddDays(-40));
        await using var app = await BillingHost.Build(Past(storage, clock), Http.Cancellation);
        await app.StartAsync(Http.Cancellation);
        using var desk = new MarketDesk(new Uri(app.Urls.First()), market.OperatorKey, market.SupervisorKey);
        var accounts = new List<string>();
        await foreach (var row in desk.Operator.Rows<AccountRow>("v1/accounts", Http.Cancellation))
            accounts.Add(KeyOf(row));
        var parent = accounts[0];
        await Order(desk, parent, "/collective", new StartCollective(BillDay));
        foreach (var child in accounts.Skip(1))
            await Order(desk, child, "/parent", new JoinParent(parent.Split('/')[1]));
        await MarketDesk.Step(desk.Operator, market.RunId, "release");
        await desk.Until(market.RunId, "closed");
        var begun = await desk.Operator.Get<CollectiveView>(Paths.Account(parent, "/collective"), Http.Cancellation);
        Assert.Equal((0, ChildCount), (begun.TakenCount, await WaitingCount(storage, parent, begun.NextOn!.Value)));
        await app.StopAsync(Http.Cancellation);
        return (parent, begun.NextOn.Value);
    }

    private static BillingHostSettings Past(StorageOptions storage, MovableClock clock) => new()
    {
        Clock = clock,
        Urls = ["http://127.0.0.1:0"],
        IsQuiet = true,
        Overrides = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"] = storage.Provider,
            [$"{StorageOptions.Section}:{nameof(StorageOptions.Path)}"] = storage.Path,
            [$"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}"] = storage.ConnectionString,
            [$"{PrivacyOptions.Section}:{nameof(PrivacyOptions.MasterKey)}"] = BillingProgram.MasterKey,
            [$"{SiloOptions.Section}:{nameof(SiloOptions.SiloPort)}"] = "0",
            [$"{SiloOptions.Section}:{nameof(SiloOptions.GatewayPort)}"] = "0",
        },
    };

    private static Task Order(MarketDesk desk, string account, string part, object body) =>
        desk.Operator.Send<Receipt>(
            HttpMethod.Post, Paths.Account(account, part), body, Ask.Fresh(), Http.Cancellation);

    private static async Task<int> WaitingCount(StorageOptions storage, string parent, DateOnly billOn)
    {
        await using var database = await OfflineDatabase.Open(storage, Http.Cancellation);
        return (await database.Get<ICollectiveStore>().Waiting(
            parent, billOn.ToLocalDate(), ChildBillTaking.PageCountMax, Http.Cancellation)).Length;
    }

    private static async Task<CollectiveBillRow> UntilBilled(MarketDesk desk, string parent)
    {
        using var limit = new CancellationTokenSource(CollectiveLongest);
        while (true)
        {
            var view = await desk.Operator.Get<CollectiveView>(Paths.Account(parent, "/collective"), limit.Token);
            if (view.Bills.Length > 0)
                return Assert.Single(view.Bills);
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    private static async Task AssertCollected(MarketDesk desk, string parent, CollectiveBillRow bill)
    {
        var lines = new List<CollectiveLineRow>();
        var path = Paths.Account(parent, $"/collective/bills/{bill.BillId}/lines");
        await foreach (var line in desk.Operator.Rows<CollectiveLineRow>(path, Http.Cancellation))
            lines.Add(line);
        Assert.Equal((ChildCount, ChildCount), (bill.LineCount, lines.Count));
        Assert.Equal(ChildCount, lines.DistinctBy(line => line.AccountId, StringComparer.Ordinal).Count());
        Assert.Equal(ChildCount, lines.DistinctBy(line => line.InvoiceId, StringComparer.Ordinal).Count());
        Assert.Equal(bill.TotalMinor, lines.Sum(line => line.TotalMinor));
        var items = (await desk.Operator.Get<AccountView>(Paths.Account(parent), Http.Cancellation)).OpenItems;
        Assert.Equal(bill.TotalMinor, Assert.Single(items, item => item.Id == bill.BillId).OpenMinor);
    }
}
