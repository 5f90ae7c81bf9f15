using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Cli.Demo;
using BillingActors.Gateway.Tests.EndToEnd;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Gateway.Tests.Cluster;

/// <summary>The shipped topology: two silos, two gateways, each a process, and one PostgreSQL.</summary>
[Trait("Group", "Postgres")]
public sealed class ClusterTests
{
    private const int AccountCount = 40;

    // Every stored page says who stored it, and takes long enough that a run is still under way when it is looked at.
    private const string SlowPages = """
        create table page_writer(silo text not null);
        create function note_page() returns trigger language plpgsql as $$
        begin
            insert into page_writer values (current_setting('application_name'));
            perform pg_sleep(0.1);
            return null;
        end $$;
        create trigger note_page after insert on invoice for each statement execute function note_page();
        """;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>What a gateway says while the accounts of a lost silo have no new home yet.</summary>
    private static readonly string[] _passing = ["cluster-unreachable", "outcome-unknown"];

    [Fact]
    public async Task A_run_begun_at_one_door_outlives_a_killed_silo_and_is_seen_alike_at_both_doors()
    {
        await using var cluster = await ClusterProcesses.Create();
        var silos = await StartSilos(cluster);
        var gateways = await cluster.StartReady(["gateway-1", "gateway-2"]);
        var (operatorKey, supervisorKey) =
            (await Key(cluster, "otto", "operator"), await Key(cluster, "suzy", "supervisor", "controller"));
        using var first = new MarketDesk(gateways[0].Address, operatorKey, supervisorKey);
        using var second = new MarketDesk(gateways[1].Address, operatorKey, supervisorKey);
        var market = DemoMarket.Of(AccountCount);
        await Enter(first, market);
        var runId = (await second.Calculate([])).RunId;
        await AssertBalances(market, [first, second], isBilled: false);
        await MarketDesk.Step(second.Supervisor, runId, "approve");
        await TestServer.Run(SlowPages, cluster.Database);

        await MarketDesk.Step(second.Operator, runId, "release");
        var lost = await KillWriter(cluster, silos);
        var run = await UntilClosed(second, runId);

        Assert.Equal((AccountCount, 0), (run.IssuedCount, run.HeldCount));
        await AssertBalances(market, [first, second], isBilled: true);
        await Task.WhenAll(gateways.Select(gateway => gateway.UntilReady()));
        foreach (var process in gateways.Concat(silos.Where(silo => silo.Key != lost).Select(silo => silo.Value)))
            Assert.Equal(0, await process.Stop());
        var (code, said) = await cluster.Bill("verify");
        Assert.True(code == 0, said);
    }

    private static async Task<Dictionary<string, ServiceProcess>> StartSilos(ClusterProcesses cluster)
    {
        string[] names = ["silo-1", "silo-2"];
        var processes = await cluster.StartReady(names, ("Billing__Grains__RunPageSize", "2"));
        return names.Zip(processes).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static async Task<string> Key(ClusterProcesses cluster, string person, params string[] roles)
    {
        var (code, said) = await cluster.Bill(["keys", "create", "--person", person, "--role", .. roles]);
        Assert.True(code == 0, said);
        return said.Split('\n').First(line => !line.Contains(' ', StringComparison.Ordinal)).Trim();
    }

    private static async Task Enter(MarketDesk desk, DemoMarket market)
    {
        var folder = Directory.CreateTempSubdirectory("billing-files-");
        await desk.Enter(market, folder.FullName);
        folder.Delete(recursive: true);
    }

    /// <summary>Kills the silo that has stored a page, while others are still to come.</summary>
    private static async Task<string> KillWriter(ClusterProcesses cluster, Dictionary<string, ServiceProcess> silos)
    {
        using var limit = new CancellationTokenSource(Longest);
        object? writer;
        while ((writer = await TestServer.Run("select silo from page_writer limit 1", cluster.Database)) is null)
            await Task.Delay(Between, limit.Token);
        await silos[(string)writer].Kill();
        var issued = Convert.ToInt32(
            await TestServer.Run("select count(*) from invoice", cluster.Database), CultureInfo.InvariantCulture);
        Assert.InRange(issued, 1, AccountCount - 1);
        return (string)writer;
    }

    private static async Task<RunView> UntilClosed(MarketDesk desk, string runId)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (true)
        {
            try
            {
                return await desk.Until(runId, "closed");
            }
            catch (RefusedException refused) when (_passing.Contains(refused.Code, StringComparer.Ordinal))
            {
                await Task.Delay(Between, limit.Token);
            }
        }
    }

    /// <summary>Every account has one balance, whichever door is asked.</summary>
    private static async Task AssertBalances(DemoMarket market, MarketDesk[] doors, bool isBilled)
    {
        foreach (var account in market.Accounts)
        {
            var path = Paths.Account($"{DemoMarket.EntityId}/{account.AccountId}", "/balance");
            var seen = await Task.WhenAll(
                doors.Select(door => door.Operator.Get<BalanceView>(path, Http.Cancellation)));
            Assert.Equal(seen[0], seen[1] with { AsOf = seen[0].AsOf });
            Assert.Equal(isBilled, seen[0].BalanceMinor != 0);
        }
    }
}
