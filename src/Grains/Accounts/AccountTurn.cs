using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Charging;

namespace BillingActors.Grains.Accounts;

/// <summary>What a command comes to, before it is stored.</summary>
/// <param name="Decision">Events, a refusal, or nothing.</param>
/// <param name="Reference">What it makes, if that has an id.</param>
/// <param name="Document">The document of the last event, if that event issues one.</param>
internal sealed record AccountTurn(
    Decision<AccountEvent> Decision, string? Reference, Invoice? Document = null)
{
    /// <summary>Records that were rated, to be kept with the events; null: none were.</summary>
    public UsageRows? Usage { get; init; }
}
