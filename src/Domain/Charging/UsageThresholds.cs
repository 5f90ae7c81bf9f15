using BillingActors.Domain.Accounts;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Calls;

namespace BillingActors.Domain.Charging;

/// <summary>Tells once when half, most or all of an allowance or of a spending cap is used.</summary>
internal static class UsageThresholds
{
    private const decimal Hundred = 100m;

    /// <summary>The thresholds that the records of a batch passed, in order.</summary>
    public static IEnumerable<AccountEvent> Passed(
        Account account, AccountEvent.UsageRated happened, IReadOnlyList<UsageArrived> parts) =>
        account.Online.Caps.SelectMany(cap => OfCap(account, cap, happened))
            .Concat(parts.SelectMany(OfAllowances))
            .Distinct()
            .Where(passed => !account.Online.Passed.Contains(passed))
            .Select(static passed => new AccountEvent.UsageThresholdPassed(passed));

    private static IEnumerable<PassedThreshold> OfCap(
        Account account, SpendingCap cap, AccountEvent.UsageRated happened)
    {
        var added = happened.Parts
            .Where(part => cap.ContractId.Length == 0 || part.ContractId == cap.ContractId)
            .SelectMany(static part => part.Records)
            .Sum(static record => record.Amount);
        var spent = account.UnbilledUsage(cap.ContractId.Length == 0 ? null : cap.ContractId) + added;
        var most = cap.AmountMinor / account.Currency.Scale;
        return cap.Percents.Where(percent => spent * Hundred >= most * percent)
            .Select(percent => new PassedThreshold(cap.ContractId, UsageLimit.Cap, "", percent));
    }

    private static IEnumerable<PassedThreshold> OfAllowances(UsageArrived arrived)
    {
        if (arrived.Part.Balances is not { } after)
            yield break;
        var rules = arrived.Place.Tariff.VersionsIn(arrived.Place.Service)
            .Where(static piece => piece.Version is not null)
            .SelectMany(static piece => piece.Version!.Buckets)
            .DistinctBy(static rule => rule.Id, StringComparer.Ordinal)
            .ToDictionary(static rule => rule.Id, StringComparer.Ordinal);
        foreach (var balance in after.Buckets)
        {
            if (!rules.TryGetValue(balance.Bucket, out var rule) || rule.Quantity <= 0m || IsAsBefore(arrived, balance))
                continue;
            var size = rule.Quantity * (CallUnit.Find(rule.Unit)?.Size ?? 1m);
            foreach (var percent in SpendingCap.UsualPercents)
            {
                if ((size - balance.Left) * Hundred >= size * percent)
                    yield return new PassedThreshold(
                        arrived.Place.Contract.Id, UsageLimit.Allowance, NameOf(balance), percent);
            }
        }
    }

    private static bool IsAsBefore(UsageArrived arrived, BucketBalance balance) =>
        arrived.Before?.Buckets.Contains(balance) == true;

    private static string NameOf(BucketBalance balance) => balance.Subscriber is { } subscriber
        ? $"{balance.Bucket}/{subscriber}"
        : balance.Bucket;
}
