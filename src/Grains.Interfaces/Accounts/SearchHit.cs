namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>
/// What a search found: an account, and by what: account, customer, name, phone, email, service-point, meter, invoice,
/// payment, open-amount, invoice-amount, payment-amount or payment-reference.
/// </summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="CustomerName">Name of the customer.</param>
/// <param name="MatchedBy">By what it was found.</param>
/// <param name="InvoiceId">Invoice, when matched by its number or amount.</param>
[GenerateSerializer, Immutable, Alias("search-hit")]
public sealed record SearchHit(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string CustomerId,
    [property: Id(3)] string? CustomerName,
    [property: Id(4)] string MatchedBy,
    [property: Id(5)] string? InvoiceId = null)
{
    /// <summary>Hits of a search at most; where there are so many, there may be more.</summary>
    public const int CountMax = 50;

    /// <summary>Rows of a kind and a legal entity that have an amount and are looked at, at most.</summary>
    public const int AmountLookCountMax = 500;
}
