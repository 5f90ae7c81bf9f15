using BillingActors.Cli;
using BillingActors.Cli.Client;
using BillingActors.Cli.Demo;
using BillingActors.Cli.Load;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Every hour of the load tool against the real program, and the books it leaves.</summary>
public sealed class LoadHourTests(SqliteMarket market) : IClassFixture<SqliteMarket>
{
    [Fact]
    public async Task Every_hour_passes_on_a_market_and_the_books_hold()
    {
        var storage = await market.Copy();
        var (code, said) = await BillingProgram.Run(
            storage, "keys", "create", "--person", "lea", "--role", "operator", "--role", "clerk", "--role",
            "supervisor");
        Assert.True(code == 0, said);
        var key = said.Split('\n').First(line => line.StartsWith("bak_", StringComparison.Ordinal)).Trim();
        var program = await BillingProgram.Serve(storage);
        await using (program)
        {
            using var gateway = new GatewayClient(program.Address, key);
            foreach (var profile in LoadProfile.All)
            {
                var report = await Run(gateway, profile);

                // On a machine that does much else a store may ask for patience; nothing else may be said.
                var failures = report.Measures.SelectMany(pair => pair.Value.Failures
                    .Where(failed => failed.Key != "store-busy")
                    .Select(failed => $"{profile.Name} {pair.Key}: {failed}"));
                Assert.Empty(failures);
                foreach (var operation in profile.Parts.Select(part => part.Operation))
                    Assert.True(report.Measures[operation].Done > 0, $"{profile.Name}: no {operation} was done");
            }
            await gateway.GetText("health/ready", Http.Cancellation);
        }
        var (verified, books) = await BillingProgram.Run(storage, "verify");
        Assert.True(verified == 0, books);
    }

    [Fact]
    public async Task Readings_without_a_meter_that_measures_intervals_are_refused_before_anything_is_sent()
    {
        var storage = await market.Copy();
        await using var program = await BillingProgram.Serve(storage);
        using var gateway = new GatewayClient(program.Address, market.OperatorKey);
        var all = await LoadAccounts.Of(gateway, 1000, Http.Cancellation);
        var plan = new LoadPlan(LoadProfile.Named("read-landing")!, 2, 1, Skew: 0, Seed: 1, AccountCount: 1);
        var metered = DemoMarket.Of(ApprovedMarket.AccountCount).IntervalAccounts.Select(one => one.AccountId);
        var registers = new LoadAccounts([all.Rows.First(row => !metered.Contains(row.AccountId))]);

        var refused = await Assert.ThrowsAsync<UsageException>(
            () => new LoadCalls(gateway, registers, plan).Prepare(Http.Cancellation));

        Assert.Contains("interval channels", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<LoadReport> Run(GatewayClient gateway, LoadProfile profile)
    {
        // Enough arrivals that every operation of the hour comes, the rare ones as well.
        var share = profile.Parts.Min(part => part.Share) / (double)profile.Parts.Sum(part => part.Share);
        var plan = new LoadPlan(profile, Rate: Math.Min(30, 8 / share), 3, Skew: 1, Seed: 5, AccountCount: 1000)
        {
            Until = new DateOnly(2025, 3, 1),
        };
        if (share < 0.02)
            plan = plan with { Seconds = 8 };
        var accounts = await LoadAccounts.Of(gateway, plan.AccountCount, Http.Cancellation);
        var calls = new LoadCalls(gateway, accounts, plan);
        await calls.Prepare(Http.Cancellation);
        return await new LoadRun(calls, plan, static _ => { }).Run(Http.Cancellation);
    }
}
