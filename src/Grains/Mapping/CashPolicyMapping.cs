using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Grains.Mapping;

/// <summary>Cash policies, wire → domain; and what is wrong with one.</summary>
internal static class CashPolicyMapping
{
    private const int DaysMax = 3650;

    public static ApplicationPolicy ToPolicy(this CashPolicyRecord record, Currency currency)
    {
        var amounts = record.AmountsIn(currency);
        return new ApplicationPolicy(
            record.Rules is { } rules ? [.. rules.Select(CashWords.ToRule)] : ApplicationPolicy.Usual.Rules,
            record.AreCostsFirst,
            new Tolerance(amounts.ToleranceMinor, amounts.ToleranceBasisPoints, amounts.OverMinor));
    }

    public static ReturnPolicy ToReturns(this CashPolicyRecord record, Currency currency) => new(
        record.AmountsIn(currency).ReturnFeeMinor,
        record.RetryAfterDays ?? ReturnPolicy.Usual.RetryAfterDays,
        record.RetryWindowDays,
        record.ReturnCountMax);

    /// <summary>The first thing wrong, with its path and rule; null where nothing is.</summary>
    public static (string Path, string Rule)? Fault(CashPolicyRecord record)
    {
        var rules = record.Rules ?? [];
        if (!rules.All(CashWords.IsRule) || rules.Distinct(StringComparer.Ordinal).Count() != rules.Length)
            return ("cash.rules", "each of exact-item, clear-account, clear-past-due and oldest-first at most once");
        if (record.DiscountBasisPoints is < 0 or >= 10_000)
            return ("cash.discountBasisPoints", "0 to 9,999");
        if (record.DiscountDays is < 0 or > 365 || record.DiscountGraceDays is < 0 or > 31)
            return ("cash.discountDays", "0 to 365 days, and 0 to 31 days of grace");
        if (record.RetryWindowDays is < 0 or > DaysMax || record.ReturnCountMax is < 1 or > 99)
            return ("cash.returnCountMax", "1 to 99 returns, and a window of 0 to 3,650 days");
        if (record.RetryAfterDays is { } days && (days.Length > 9 || days.Any(day => day is < 1 or > 365)))
            return ("cash.retryAfterDays", "at most nine, each 1 to 365 days");
        return Fault(record.Amounts ?? []);
    }

    private static (string Path, string Rule)? Fault(ImmutableArray<CashAmountsRecord> amounts)
    {
        var currencies = amounts.Select(one => one.Currency).ToList();
        var isEachOnce = currencies.Distinct(StringComparer.Ordinal).Count() == amounts.Length;
        if (!currencies.TrueForAll(Currency.IsCode) || !isEachOnce)
            return ("cash.amounts.currency", "three capital letters of ISO 4217, each once");
        return amounts.All(IsSound) ? null : ("cash.amounts", "not negative, and at most 10,000 basis points");
    }

    private static bool IsSound(CashAmountsRecord one) =>
        IsAmount(one.ToleranceMinor) && IsAmount(one.OverMinor) && IsAmount(one.ReturnFeeMinor)
        && one.ToleranceBasisPoints is >= 0 and <= 10_000;

    private static bool IsAmount(long minor) => minor is >= 0 and <= ChargeEntry.AmountMinorMax;

    private static CashAmountsRecord AmountsIn(this CashPolicyRecord record, Currency currency) =>
        record.Amounts?.FirstOrDefault(one => one.Currency == currency.Code) ?? new CashAmountsRecord(currency.Code);
}
