using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Statements;

/// <summary>
/// Each document that was open at the end of a day: what it was for, what was settled, what was left.
/// </summary>
/// <param name="AsOf">The day.</param>
/// <param name="Items">Open items, oldest document first.</param>
/// <param name="Basis">What ages are counted from.</param>
/// <param name="Ageing">The items by age.</param>
public sealed record OpenItemStatement(
    LocalDate AsOf, ImmutableArray<OpenItem> Items, AgeingBasis Basis, Ageing Ageing)
{
    /// <summary>The statement of an account as its history has it.</summary>
    public static OpenItemStatement Of(AccountHistory history, LocalDate asOf, AgeingBasis basis)
    {
        var items = history.ItemsAt(asOf);
        return new OpenItemStatement(asOf, items, basis, Ageing.Of(items, history.UnappliedAt(asOf), asOf, basis));
    }
}
