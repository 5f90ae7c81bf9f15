using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>
/// Sends a command of disputes, collection or deposits and answers with its receipt and the account's version.
/// </summary>
internal static class ReceivableReply
{
    /// <summary>The account's disputes; null where the caller may not see the legal entity.</summary>
    public static IAccountDisputesGrain? Disputes(this AccountRoute account) => account.Of<IAccountDisputesGrain>();

    /// <summary>The account's collection; null where the caller may not see the legal entity.</summary>
    public static IAccountCollectionsGrain? Collections(this AccountRoute account) =>
        account.Of<IAccountCollectionsGrain>();

    /// <summary>The account's deposits; null where the caller may not see the legal entity.</summary>
    public static IAccountDepositsGrain? Deposits(this AccountRoute account) => account.Of<IAccountDepositsGrain>();

    /// <summary>The account's usage that is rated when it comes; null where the caller may not see it.</summary>
    public static IAccountUsageGrain? Usage(this AccountRoute account) => account.Of<IAccountUsageGrain>();

    /// <summary>The account's budget billing; null where the caller may not see the legal entity.</summary>
    public static IAccountBudgetGrain? Budgets(this AccountRoute account) => account.Of<IAccountBudgetGrain>();

    /// <summary>The account's parent, children and collective bills; null where the caller may not see them.</summary>
    public static IAccountCollectiveGrain? Collectives(this AccountRoute account) =>
        account.Of<IAccountCollectiveGrain>();

    /// <summary>200 with the receipt, or the problem; 404 where the caller may not see the account.</summary>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Send<TGrain>(
        this AccountRoute account,
        Command command,
        TGrain? grain,
        Func<TGrain, CommandEnvelope, Task<Reply<Receipt>>> send)
        where TGrain : class
    {
        if (grain is null)
            return Refused.Account();
        var reply = await send(grain, command.Envelope);
        if (reply.Value is { } receipt)
            account.Http.Tag(receipt.Version);
        return reply.ToOk(account.Http);
    }

    private static TGrain? Of<TGrain>(this AccountRoute account)
        where TGrain : class, IGrainWithStringKey =>
        account.Caller.Scope.Allows(account.EntityId) ? account.Grains.GetGrain<TGrain>(account.Key) : null;
}
