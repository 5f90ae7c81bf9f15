using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Where a hit of the search leads.</summary>
internal static class HitPath
{
    /// <summary>To the invoice, where its number was asked for, else to the account.</summary>
    public static string Path(this SearchHit hit) => hit.InvoiceId is { } invoice
        ? ConsolePath.Invoice(invoice)
        : ConsolePath.Account(hit.EntityId, hit.AccountId);
}
