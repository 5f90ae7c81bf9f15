using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Ends a contract on a day, exclusive.</summary>
public static class ContractEnd
{
    /// <summary>
    /// Refuses an unknown contract, a day not after its start, a day before what is billed, and a later day that runs
    /// into
    /// another contract of the service point.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, string contractId, LocalDate until)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (account.Contract(contractId) is not { } contract)
            return Refusals.ContractUnknown;
        if (contract.Until == until)
            return Decision<AccountEvent>.Nothing;
        if (until <= contract.From)
            return Refusals.DateNotAllowed;
        if (contract.BilledThrough is { } billed && until < billed)
            return Refusals.PeriodBilled;
        if (account.Contracts.Any(other => other.Id != contractId
            && other.ServicePointId == contract.ServicePointId
            && other.Overlaps(contract.From, until)))
        {
            return Refusals.ContractOverlap;
        }
        return new AccountEvent.ContractEnded(contractId, contract.Until, until);
    }
}
