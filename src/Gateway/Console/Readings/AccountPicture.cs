using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>What a person sees of an account on one page; parts its roles do not give are absent.</summary>
/// <param name="Account">The account.</param>
/// <param name="Customer">Who it belongs to.</param>
/// <param name="Entity">The legal entity.</param>
/// <param name="Cash">Its money.</param>
/// <param name="Disputes">Its disputes.</param>
/// <param name="Collection">Its collection.</param>
/// <param name="Invoices">Its newest invoices and credit memos.</param>
/// <param name="History">What happened last.</param>
public sealed record AccountPicture(
    AccountView Account,
    CustomerRecord? Customer,
    LegalEntityRecord? Entity,
    CashView? Cash,
    DisputesView? Disputes,
    CollectionView? Collection,
    ImmutableArray<InvoiceRow> Invoices,
    ImmutableArray<AccountHistoryEntry> History)
{
    /// <summary>Name of the customer, or else its id.</summary>
    public string CustomerName => Customer?.Name ?? Account.CustomerId;

    /// <summary>Open items that were due before a day.</summary>
    public IEnumerable<OpenItemView> OverdueOn(DateOnly day) =>
        Account.OpenItems.Where(item => item.DueOn < day && item.OpenMinor > 0);

    /// <summary>Disputes that are not decided.</summary>
    public IEnumerable<DisputeView> OpenDisputes =>
        Disputes is null ? [] : Disputes.Disputes.Where(dispute => dispute.DecidedOn is null);

    /// <summary>Promises that run.</summary>
    public IEnumerable<PromiseView> OpenPromises =>
        Collection is null ? [] : Collection.Promises.Where(promise => promise.Status == "open");

    /// <summary>The newest receipt that stands.</summary>
    public ReceiptView? LastPayment => Cash?.Receipts.FirstOrDefault(receipt => receipt.State == "booked");
}
