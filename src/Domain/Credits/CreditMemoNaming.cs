using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;

namespace BillingActors.Domain.Credits;

/// <summary>
/// Gives the credit memo that ends a turn its id, once it is known at which version it is stored: it may be decided
/// alone, after an approval, or after payments that are taken back.
/// </summary>
public static class CreditMemoNaming
{
    /// <summary>The events as they are stored after a version of the account "entity", "account".</summary>
    public static ImmutableArray<AccountEvent> Named(
        this ImmutableArray<AccountEvent> events, string entityId, string accountId, long version) =>
        events is [.., AccountEvent.CreditMemoIssued memo]
            ? events.SetItem(events.Length - 1, memo with
            {
                MemoId = string.Create(
                    CultureInfo.InvariantCulture, $"{entityId}.{accountId}.{version + events.Length}"),
            })
            : events;
}
