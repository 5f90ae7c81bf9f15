using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>
/// How a legal entity sets money against what is owed, and what it does about payments that come back.
/// </summary>
/// <param name="Rules">exact-item, clear-account, clear-past-due, oldest-first, in order; null for these four.</param>
/// <param name="AreCostsFirst">Whether fees and then interest come before everything else.</param>
/// <param name="Amounts">Tolerances and fees by currency; none for none.</param>
/// <param name="DiscountBasisPoints">Cash discount in hundredths of a percent of an invoice; 0 for none.</param>
/// <param name="DiscountDays">Days from the document date in which it is granted.</param>
/// <param name="DiscountGraceDays">Days more in which it is not refused.</param>
/// <param name="RetryAfterDays">Days from each return to the next attempt; null for 5 and 14.</param>
/// <param name="RetryWindowDays">No attempt later than so many days after the first return.</param>
/// <param name="ReturnCountMax">So many returns put an account on manual.</param>
[GenerateSerializer, Immutable, Alias("cash-policy-record")]
public sealed record CashPolicyRecord(
    [property: Id(0)] ImmutableArray<string>? Rules = null,
    [property: Id(1)] bool AreCostsFirst = false,
    [property: Id(2)] ImmutableArray<CashAmountsRecord>? Amounts = null,
    [property: Id(3)] int DiscountBasisPoints = 0,
    [property: Id(4)] int DiscountDays = 0,
    [property: Id(5)] int DiscountGraceDays = 0,
    [property: Id(6)] ImmutableArray<int>? RetryAfterDays = null,
    [property: Id(7)] int RetryWindowDays = 180,
    [property: Id(8)] int ReturnCountMax = 2);
