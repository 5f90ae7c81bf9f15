using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Where a hit of the search leads.</summary>
internal static class HitPath
{
    /// <summary>
    /// To the invoice, where its number or amount was asked for; to the ledger, where it was a payment; else to the
    /// account.
    /// </summary>
    public static string Path(this SearchHit hit) => hit.InvoiceId is { } invoice
        ? ConsolePath.Invoice(invoice)
        : ConsolePath.Account(
            hit.EntityId, hit.AccountId,
            hit.MatchedBy is "payment" or "payment-amount" or "payment-reference" ? "/ledger" : "");

    /// <summary>By what it was found, as people say it.</summary>
    public static string WordOf(SearchHit hit) => hit.MatchedBy switch
    {
        "open-amount" => "an amount that is open",
        "invoice-amount" => "the amount of a bill",
        "payment-amount" => "the amount of a payment",
        "payment-reference" => "what came with a payment",
        var word => word.Replace('-', ' '),
    };
}
