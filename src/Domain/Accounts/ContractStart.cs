using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Puts a service point on a tariff from a day.</summary>
public static class ContractStart
{
    /// <summary>
    /// Refuses a contract that exists with other content, a start before the account's, an end not after the start, and
    /// overlaps.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, AccountEvent.ContractStarted wanted)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.ContractId)
            || !Refusals.IsId(wanted.ServicePointId)
            || !Refusals.IsId(wanted.TariffId))
        {
            return Refusals.IdInvalid;
        }
        if (account.Contract(wanted.ContractId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : Refusals.ContractExists;
        if (wanted.From < account.OpenedOn)
            return Refusals.BeforeAccountOpened;
        if (wanted.Until is { } until && until <= wanted.From)
            return Refusals.DateNotAllowed;
        if (account.Contracts.Any(other => other.ServicePointId == wanted.ServicePointId
            && other.Overlaps(wanted.From, wanted.Until)))
        {
            return Refusals.ContractOverlap;
        }
        return wanted;
    }

    private static bool IsSame(Contract contract, AccountEvent.ContractStarted wanted) =>
        contract.ServicePointId == wanted.ServicePointId
        && contract.From == wanted.From
        && contract.Until == wanted.Until
        && contract.Tariffs[0].TariffId == wanted.TariffId;
}
