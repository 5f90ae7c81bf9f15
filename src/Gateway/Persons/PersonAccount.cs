using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Gateway.Persons;

/// <summary>An account in the file of a person.</summary>
/// <param name="Account">How it stands.</param>
/// <param name="Cash">What was paid and paid back.</param>
/// <param name="Disputes">What it did not agree with.</param>
/// <param name="Invoices">Its invoices and credit memos.</param>
/// <param name="History">Everything that happened to it, oldest first.</param>
/// <param name="Notes">Who looked at it while that was noted.</param>
public sealed record PersonAccount(
    AccountView Account,
    CashView? Cash,
    DisputesView? Disputes,
    ImmutableArray<InvoiceView> Invoices,
    ImmutableArray<AccountHistoryEntry> History,
    ImmutableArray<AuditEntryView> Notes);
