using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>Corrects an invoice by a credit memo; needs a reason.</summary>
/// <param name="CreditId">Id of the correction.</param>
/// <param name="InvoiceId">The invoice by id or number.</param>
/// <param name="Code">Reason code of the house's list, such as "price".</param>
/// <param name="Lines">The lines, each at most once; absent for all that was not credited yet.</param>
[GenerateSerializer, Immutable, Alias("credit-issued-invoice")]
public sealed record CreditIssuedInvoice(
    [property: Id(0)] string CreditId,
    [property: Id(1)] string InvoiceId,
    [property: Id(2)] string Code,
    [property: Id(3)] ImmutableArray<CreditedLine>? Lines = null);
