using BillingActors.Grains.Interfaces;

namespace BillingActors.Gateway.Api;

/// <summary>The grains of transfers of the account a path names; null where the caller may not see it.</summary>
internal static class TransferRoute
{
    public static IAccountTransferGrain? Transfers(this CreditRoute account) => Grain<IAccountTransferGrain>(account);

    public static ITransferGrain? TransferDesk(this CreditRoute account) => Grain<ITransferGrain>(account);

    private static T? Grain<T>(CreditRoute account)
        where T : class, IGrainWithStringKey =>
        account.Caller.Scope.Allows(account.EntityId)
            ? account.Grains.GetGrain<T>(AccountKey.Of(account.EntityId, account.AccountId))
            : null;
}
