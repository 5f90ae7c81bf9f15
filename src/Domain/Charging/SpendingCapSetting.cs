using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Charging;

/// <summary>Decides how much may be used until the next bill.</summary>
public static class SpendingCapSetting
{
    private const int PercentCountMax = 10;
    private const int PercentMax = 1000;

    /// <summary>Refuses an unknown contract, an amount of nothing and percents that make no order.</summary>
    public static Decision<AccountEvent> Decide(Account account, SpendingCap cap)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (cap.ContractId.Length > 0 && account.Contract(cap.ContractId) is null)
            return Refusals.ContractUnknown;
        if (cap.AmountMinor <= 0)
            return UsageRefusals.AmountNotPositive;
        if (cap.AmountMinor > ChargeEntry.AmountMinorMax)
            return Refusals.AmountTooLarge;
        if (!AreRising(cap))
            return UsageRefusals.PercentsInvalid;
        var known = account.Online.Caps.FirstOrDefault(one => one.ContractId == cap.ContractId);
        return known is not null && known.AmountMinor == cap.AmountMinor && known.Policy == cap.Policy
            && known.Percents.SequenceEqual(cap.Percents)
            ? Decision<AccountEvent>.Nothing
            : new AccountEvent.SpendingCapSet(cap);
    }

    /// <summary>Takes a cap away; refuses where there is none.</summary>
    public static Decision<AccountEvent> Remove(Account account, string contractId)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        return account.Online.Caps.Any(cap => cap.ContractId == contractId)
            ? new AccountEvent.SpendingCapRemoved(contractId)
            : UsageRefusals.CapUnknown;
    }

    private static bool AreRising(SpendingCap cap)
    {
        if (cap.Percents.Length > PercentCountMax)
            return false;
        var before = 0;
        foreach (var percent in cap.Percents)
        {
            if (percent <= before || percent > PercentMax)
                return false;
            before = percent;
        }
        return true;
    }
}
