namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>Takes an invoice back whole, so that its days are billed again; needs a reason.</summary>
/// <param name="CreditId">Id of the correction.</param>
/// <param name="InvoiceId">The invoice by id or number.</param>
/// <param name="Code">Reason code of the house's list, such as "tariff".</param>
[GenerateSerializer, Immutable, Alias("cancel-issued-invoice")]
public sealed record CancelIssuedInvoice(
    [property: Id(0)] string CreditId,
    [property: Id(1)] string InvoiceId,
    [property: Id(2)] string Code);
