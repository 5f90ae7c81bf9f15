using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Explanations;
using BillingActors.Storage.Accounts;
using NodaTime;

namespace BillingActors.Grains.Inquiries;

/// <summary>Reads accounts as they stood in the past, by folding their events up to there.</summary>
internal sealed class PastAccounts(IAccountStore store)
{
    /// <summary>The account just before the event that issued the invoice.</summary>
    public async Task<Account> Before(string key, string invoiceId, CancellationToken cancellation)
    {
        // An invoice id ends with the account version that issued it.
        var version = long.Parse(
            invoiceId.AsSpan(invoiceId.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        var account = Account.None;
        await foreach (var stored in store.ReadEvents(key, 0, cancellation))
        {
            if (stored.Envelope.Version >= version)
                break;
            account = account.Apply(stored.Happened, stored.Envelope);
        }
        return account;
    }

    /// <summary>
    /// The account with the contract alone, billed up to the day as it then was; null where there is no such contract.
    /// </summary>
    public async Task<Account?> From(
        string key, string contractId, LocalDate from, CancellationToken cancellation)
    {
        var account = Account.None;
        Contract? then = null;
        await foreach (var stored in store.ReadEvents(key, 0, cancellation))
        {
            account = account.Apply(stored.Happened, stored.Envelope);
            if (account.Contract(contractId) is { } contract && (then is null || !(contract.BilledThrough > from)))
                then = contract;
        }
        return then is null ? null : PastRating.From(account, then, from);
    }
}
