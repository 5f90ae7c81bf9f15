using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Cli.Load;
using BillingActors.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingActors.Gateway.Tests.Cli;

/// <summary>The load tool against a gateway of two accounts, of which the second is always busy.</summary>
public sealed class LoadTests
{
    private static readonly LoadProfile Even = LoadProfile.Named("storm")! with
    {
        Parts = [(LoadOperation.Balance, 1)],
    };

    [Fact]
    public async Task Every_arrival_is_answered_or_counted_by_the_code_it_failed_with()
    {
        await using var gateway = await Start();
        var plan = new LoadPlan(Even, 200, 1, Skew: 0, Seed: 7, AccountCount: 2);

        var report = await Run(gateway, plan);

        var balance = Assert.Single(report.Measures).Value;
        Assert.Equal(plan.ArrivalCount, balance.All);
        Assert.Equal("store-busy", Assert.Single(balance.Failures).Key);
        Assert.InRange(balance.Done, 50, 150);
        Assert.InRange(report.FailedPercent, 25, 75);
        Assert.Contains("failed", Assert.Single(report.Broken), StringComparison.Ordinal);
        Assert.InRange(balance.MillisecondsMax, balance.Milliseconds(99), double.MaxValue);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_shed_and_never_waits_for_room()
    {
        await using var gateway = await Start();
        var plan = new LoadPlan(Even, 200, 1, Skew: 0, Seed: 7, AccountCount: 1) { OutstandingMax = 0 };

        var report = await Run(gateway, plan);

        Assert.Equal((plan.ArrivalCount, 0L), (report.Measures[LoadOperation.Balance].Shed,
            report.Measures[LoadOperation.Balance].Done));
        Assert.Equal(100, report.FailedPercent);
    }

    [Fact]
    public async Task A_limit_that_is_kept_passes_and_one_that_is_not_fails()
    {
        await using var gateway = await Start();
        var plan = new LoadPlan(Even, 100, 1, Skew: 0, Seed: 7, AccountCount: 1) { Percentile99Max = 60_000 };

        var report = await Run(gateway, plan);

        Assert.Empty(report.Broken);
        Assert.NotEmpty((report with { Plan = plan with { Percentile99Max = 0.0001 } }).Broken);
        var json = JsonSerializer.SerializeToElement(report.ToJson());
        Assert.True(json.GetProperty("Passed").GetBoolean());
    }

    [Fact]
    public void Operations_come_in_their_shares()
    {
        var profile = LoadProfile.Named("month-end")!;
        var drawn = Enumerable.Range(0, 1000).Select(i => profile.Draw(i / 1000d)).CountBy(one => one)
            .ToDictionary(pair => pair.Key, pair => pair.Value);

        var all = profile.Parts.Sum(part => part.Share);
        foreach (var (operation, share) in profile.Parts)
            Assert.Equal(1000 * share / all, drawn[operation], 1.5);
    }

    [Fact]
    public void A_skew_sends_most_to_the_first_accounts()
    {
        var accounts = new LoadAccounts([.. Enumerable.Range(0, 100).Select(Row)]);
        int First(double skew) => Enumerable.Range(0, 1000).Count(
            i => string.CompareOrdinal(accounts.Draw(i / 1000d, skew).AccountId, "A010") < 0);

        Assert.Equal(100, First(0));
        Assert.InRange(First(3), 550, 570);
    }

    private static async Task<LoadReport> Run(WebApplication app, LoadPlan plan)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        using var gateway = new GatewayClient(new Uri(address.Single()), "key");
        var accounts = await LoadAccounts.Of(gateway, plan.AccountCount, cancellation);
        return await new LoadRun(new LoadCalls(gateway, accounts, plan), plan, static _ => { }).Run(cancellation);
    }

    private static async Task<WebApplication> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/v1/accounts", () => Results.Json(new { items = new[] { Row(1), Row(2) } }));
        app.MapGet("/v1/accounts/north/{id}/balance", (string id) => id == "A001"
            ? Results.Json(new { accountKey = "north/A001", currency = "EUR", balanceMinor = 5 })
            : Results.Problem(statusCode: 503, extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = "store-busy",
            }));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static AccountRow Row(int number) => new(
        "north", $"A{number:000}", $"C{number:000}", null, "open", "monthly", "EUR", 0, 1);
}
