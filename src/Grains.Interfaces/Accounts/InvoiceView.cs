using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>An invoice or credit memo as it was issued.</summary>
/// <param name="InvoiceId">Invoice.</param>
/// <param name="Number">Number in its series.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="RunId">Bill run.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="From">First day billed.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Taxes">Taxes.</param>
/// <param name="NetMinor">Net.</param>
/// <param name="TaxMinor">Tax.</param>
/// <param name="TotalMinor">Total.</param>
/// <param name="DocumentHash">Hash of the stored document, hexadecimal.</param>
/// <param name="LineTaxes">What each tax takes of each line.</param>
/// <param name="Notes">Wording of the document, such as that of reverse charge.</param>
/// <param name="IsFinal">Whether it is the final bill of a customer who moves out.</param>
/// <param name="CorrectsId">The invoice a credit memo corrects; null for an invoice.</param>
/// <param name="CorrectsNumber">Its number.</param>
[GenerateSerializer, Immutable, Alias("invoice-view")]
public sealed record InvoiceView(
    [property: Id(0)] string InvoiceId,
    [property: Id(1)] string Number,
    [property: Id(2)] string EntityId,
    [property: Id(3)] string AccountId,
    [property: Id(4)] string CustomerId,
    [property: Id(5)] string? RunId,
    [property: Id(6)] DateOnly IssuedOn,
    [property: Id(7)] DateOnly DueOn,
    [property: Id(8)] DateOnly From,
    [property: Id(9)] DateOnly Until,
    [property: Id(10)] string Currency,
    [property: Id(11)] ImmutableArray<InvoiceLineView> Lines,
    [property: Id(12)] ImmutableArray<TaxLineView> Taxes,
    [property: Id(13)] long NetMinor,
    [property: Id(14)] long TaxMinor,
    [property: Id(15)] long TotalMinor,
    [property: Id(16)] string DocumentHash,
    [property: Id(17)] ImmutableArray<LineTaxView>? LineTaxes = null,
    [property: Id(18)] ImmutableArray<string>? Notes = null,
    [property: Id(19)] bool IsFinal = false,
    [property: Id(20)] string? CorrectsId = null,
    [property: Id(21)] string? CorrectsNumber = null);
