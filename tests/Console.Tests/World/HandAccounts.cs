using BillingActors.Cli.Client;
using BillingActors.Cli.Demo;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Console.Tests.World;

/// <summary>
/// Accounts of one customer in a legal entity of a test's own: nothing is billed there, and no other test looks there.
/// </summary>
internal sealed class HandAccounts(DemoDesk desk, string entityId)
{
    /// <summary>What a clerk moves there alone; with a second person it may be 50.00.</summary>
    public const long ClerkAloneMinor = 2_000;

    /// <summary>The name of the customer.</summary>
    public string CustomerName => "Hand of " + entityId;

    /// <summary>The page of one of them.</summary>
    public string PageOf(string accountId) => $"/console/accounts/{entityId}/{accountId}";

    public async Task Open(string[] accountIds, CancellationToken cancellation)
    {
        var (from, customerId, cycleId) = (DemoMarket.Begin(0), entityId + "-customer", entityId + "-cycle");
        await desk.Put(
            new LegalEntityRecord(
                entityId, "Entity " + entityId, DemoMarket.Currency, "Australia/Sydney", "ABN 3", "3 Test Street",
                "H",
                ApprovalLimits:
                [
                    new ApprovalLimitRecord("clerk", "*", 5_000, AloneMinor: ClerkAloneMinor),
                    new ApprovalLimitRecord("supervisor", "*", 100_000),
                ]),
            from, cancellation);
        await desk.Put(
            new BillCycleRecord(cycleId, entityId, "Never", 1, 1, [], 3, 0m, 0m, false), from, cancellation);
        await desk.AsOperator.Send<MasterView>(
            HttpMethod.Put, $"v1/customers/{customerId}?validFrom={from:yyyy-MM-dd}",
            new CustomerRecord(customerId, entityId, CustomerName, []), Ask.Fresh() with { IsNew = true },
            cancellation);
        foreach (var accountId in accountIds)
        {
            await desk.AsClerk.Send<Receipt>(
                HttpMethod.Post, $"v1/accounts/{entityId}/{accountId}",
                new OpenAccount(customerId, DemoMarket.Currency, cycleId, 14, from), Ask.Fresh(), cancellation);
        }
    }

    /// <summary>Money comes in and pays what is open.</summary>
    public Task Receive(string accountId, long minor, CancellationToken cancellation) => desk.AsClerk.Send<Receipt>(
        HttpMethod.Post, $"v1/accounts/{entityId}/{accountId}/payments",
        new Payment(
            $"till-{accountId}-{minor}", "till", "wire", minor, DemoMarket.Currency, DemoMarket.Begin(2), null),
        Ask.Fresh(), cancellation);

    /// <summary>Its money as the API tells it.</summary>
    public Task<CashView> Cash(string accountId, CancellationToken cancellation) =>
        desk.AsClerk.Get<CashView>($"v1/accounts/{entityId}/{accountId}/payments", cancellation);

    /// <summary>Its deposits as the API tells them.</summary>
    public Task<DepositsView> Deposits(string accountId, CancellationToken cancellation) =>
        desk.AsClerk.Get<DepositsView>($"v1/accounts/{entityId}/{accountId}/deposits", cancellation);
}
