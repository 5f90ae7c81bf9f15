using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>A one-off charge that the next closing puts on the invoice.</summary>
/// <param name="Id">The charge.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Amount">Net amount; negative for an allowance.</param>
/// <param name="TaxCategory">Tax category of the charge.</param>
/// <param name="On">Day of supply.</param>
public sealed record PendingCharge(string Id, string Text, Money Amount, string TaxCategory, LocalDate On);
