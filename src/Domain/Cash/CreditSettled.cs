using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Credits set against debits: the shares come to nothing together.</summary>
/// <param name="Id">Settlement; unique in its account.</param>
/// <param name="On">When.</param>
/// <param name="Shares">What was settled; none once it was taken back.</param>
public sealed record CreditSettled(string Id, LocalDate On, ImmutableArray<ItemShare> Shares)
{
    /// <summary>Whether it was taken back; its id stays used.</summary>
    public bool IsUndone => Shares.IsEmpty;
}
