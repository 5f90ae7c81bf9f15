using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>What clerk, collector and supervisor do at one account.</summary>
internal sealed class ReceivablesDesk(DemoDesk desk)
{
    /// <summary>The day it is.</summary>
    public DateOnly Today => desk.Today;

    /// <summary>The account with its open items.</summary>
    public Task<AccountView> Account(Payer payer, CancellationToken cancellation) =>
        desk.AsClerk.Get<AccountView>(Paths.Account(payer.Key), cancellation);

    /// <summary>Its money.</summary>
    public Task<CashView> Cash(Payer payer, CancellationToken cancellation) =>
        desk.AsClerk.Get<CashView>(Paths.Account(payer.Key, "/payments"), cancellation);

    /// <summary>Its collection.</summary>
    public Task<CollectionView> Collection(Payer payer, CancellationToken cancellation) =>
        desk.AsCollector.Get<CollectionView>(Paths.Account(payer.Key, "/collections"), cancellation);

    /// <summary>Its disputes.</summary>
    public Task<DisputesView> Disputes(Payer payer, CancellationToken cancellation) =>
        desk.AsClerk.Get<DisputesView>(Paths.Account(payer.Key, "/disputes"), cancellation);

    /// <summary>Its deposits.</summary>
    public Task<DepositsView> Deposits(Payer payer, CancellationToken cancellation) =>
        desk.AsClerk.Get<DepositsView>(Paths.Account(payer.Key, "/deposits"), cancellation);

    /// <summary>Who pays for whom, and collective bills.</summary>
    public Task<CollectiveView> Collective(Payer payer, CancellationToken cancellation) =>
        desk.AsClerk.Get<CollectiveView>(Paths.Account(payer.Key, "/collective"), cancellation);

    /// <summary>A bill with its lines.</summary>
    public Task<InvoiceView> Invoice(string invoiceId, CancellationToken cancellation) =>
        desk.AsClerk.Get<InvoiceView>(Paths.Invoice(invoiceId), cancellation);

    /// <summary>The clerk does something.</summary>
    public Task ByClerk(Payer payer, (string Part, object? Body) what, string? why, CancellationToken cancellation) =>
        Send(desk.AsClerk, payer, what, why, cancellation);

    /// <summary>The collector does something.</summary>
    public Task ByCollector(
        Payer payer, (string Part, object? Body) what, string? why, CancellationToken cancellation) =>
        Send(desk.AsCollector, payer, what, why, cancellation);

    /// <summary>The supervisor does something.</summary>
    public Task BySupervisor(
        Payer payer, (string Part, object? Body) what, string? why, CancellationToken cancellation) =>
        Send(desk.AsSupervisor, payer, what, why, cancellation);

    /// <summary>
    /// The clerk asks for an action; above the clerk's limit the supervisor looks at it and agrees. Gives whether a
    /// second person was needed.
    /// </summary>
    public async Task<bool> Asks(
        Payer payer, (string Part, object? Body) what, string why, CancellationToken cancellation)
    {
        var asked = await desk.AsClerk.Send<ActionReceipt>(
            HttpMethod.Post, Paths.Account(payer.Key, what.Part), what.Body, Ask.Fresh() with { Reason = why },
            cancellation);
        if (asked.State != "waiting")
            return false;
        var requests = await desk.AsSupervisor.Get<PendingActionView[]>(
            Paths.Account(payer.Key, "/requests"), cancellation);
        var seen = requests.Single(one => one.RequestId == asked.ActionId);
        var approval = new ApproveAction(seen.RequestId, seen.EffectMinor);
        await BySupervisor(
            payer, ($"/requests/{Uri.EscapeDataString(seen.RequestId)}/approve", approval), "agreed", cancellation);
        return true;
    }

    /// <summary>Hands in a file of payments.</summary>
    public async Task Import(string file, CancellationToken cancellation)
    {
        var import = await desk.Import(file, null, cancellation);
        if (import.RejectedCount > 0)
            throw new InvalidOperationException(
                $"{Amounts.Count(import.RejectedCount)} payments of {Path.GetFileName(file)} were rejected.");
    }

    private static Task<JsonElement> Send(
        GatewayClient who, Payer payer, (string Part, object? Body) what, string? why,
        CancellationToken cancellation) => who.Send<JsonElement>(
            HttpMethod.Post,
            Paths.Account(payer.Key, what.Part),
            what.Body,
            Ask.Fresh() with { Reason = why },
            cancellation);
}
