using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Puts a contract on another tariff from a day on; days that are billed stay as they are.</summary>
public static class TariffChange
{
    /// <summary>Refuses an unknown contract, a day outside it, and a day that is billed.</summary>
    public static Decision<AccountEvent> Decide(Account account, string contractId, string tariffId, LocalDate from)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(tariffId))
            return Refusals.IdInvalid;
        if (account.Contract(contractId) is not { } contract)
            return Refusals.ContractUnknown;
        if (from < contract.From || (contract.Until is { } until && from >= until))
            return Refusals.DateNotAllowed;
        if (contract.BilledThrough is { } billed && from < billed)
            return Refusals.PeriodBilled;
        var current = contract.Tariffs.Last(t => t.From <= from);
        var hasLater = contract.Tariffs.Any(t => t.From > from);
        if (current.TariffId == tariffId && !hasLater)
            return Decision<AccountEvent>.Nothing;
        return new AccountEvent.ContractTariffChanged(contractId, current.TariffId, tariffId, from);
    }
}
