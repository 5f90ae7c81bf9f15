using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Charging;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// What one turn of an account wants stored: events, and the documents of its last event. Journal entries and query
/// rows
/// follow from these by the domain's own rules, so nobody can store one without the other.
/// </summary>
/// <param name="Before">The account the decision was made on; its version is the fence.</param>
/// <param name="Context">The command's envelope.</param>
/// <param name="RequestHash">Hash of the command's content.</param>
/// <param name="Reference">What the command made, if it has an id.</param>
/// <param name="Events">At least one event.</param>
/// <param name="Invoice">The document of the last event, if that event issues one; the flush draws its number.</param>
public sealed record AccountCommit(
    LoadedAccount Before,
    CommandContext Context,
    string RequestHash,
    string? Reference,
    ImmutableArray<AccountEvent> Events,
    Invoice? Invoice = null)
{
    /// <summary>Records that were rated when they came, to be kept for the bill; null: none were.</summary>
    public UsageRows? Usage { get; init; }

    /// <summary>Whether no other account of the legal entity may hold the receipts it books.</summary>
    public bool ClaimsReceipts { get; init; }
}
