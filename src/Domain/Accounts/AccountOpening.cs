using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Opens an account in one currency at one legal entity.</summary>
public static class AccountOpening
{
    /// <summary>Refuses an account that exists, a currency that is none, and terms out of range.</summary>
    public static Decision<AccountEvent> Decide(Account account, AccountEvent.Opened wanted)
    {
        if (account.Status != AccountStatus.None)
            return IsSame(account, wanted) ? Decision<AccountEvent>.Nothing : Refusals.AccountExists;
        if (!Refusals.IsId(wanted.EntityId) || !Refusals.IsId(wanted.CustomerId) || !Refusals.IsId(wanted.CycleId))
            return Refusals.IdInvalid;
        if (!Currency.IsCode(wanted.Currency))
            return Refusals.CurrencyUnknown;
        if (wanted.TermsDays is < 0 or > 365)
            return Refusals.TermsInvalid;
        return wanted;
    }

    private static bool IsSame(Account account, AccountEvent.Opened wanted) =>
        account.IsOpen
        && account.EntityId == wanted.EntityId
        && account.CustomerId == wanted.CustomerId
        && account.Currency.Code == wanted.Currency
        && account.CycleId == wanted.CycleId
        && account.TermsDays == wanted.TermsDays
        && account.OpenedOn == wanted.On;
}
