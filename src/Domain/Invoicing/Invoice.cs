using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>An invoice or credit memo as it was issued, immutable; its number is drawn when it is stored.</summary>
/// <param name="InvoiceId">"entity.account.version" of the event that issued it.</param>
/// <param name="EntityId">Legal entity that issues it.</param>
/// <param name="AccountId">Account within the entity.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="Series">Number series, such as "INV".</param>
/// <param name="RunId">Bill run, or null.</param>
/// <param name="Period">The days billed, first to last of all lines.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date by terms.</param>
/// <param name="Currency">Currency code.</param>
/// <param name="Lines">Priced lines.</param>
/// <param name="Taxes">Tax lines.</param>
/// <param name="Net">Sum of the lines.</param>
/// <param name="Tax">Sum of the taxes.</param>
/// <param name="Total">Net plus tax.</param>
public sealed record Invoice(
    string InvoiceId,
    string EntityId,
    string AccountId,
    string CustomerId,
    string Series,
    string? RunId,
    Period Period,
    LocalDate IssuedOn,
    LocalDate DueOn,
    string Currency,
    ImmutableArray<RatedLine> Lines,
    ImmutableArray<TaxLine> Taxes,
    Money Net,
    Money Tax,
    Money Total)
{
    /// <summary>Whether it is the final bill of a customer who moves out.</summary>
    public bool IsFinal { get; init; }

    /// <summary>What each tax takes of each line; null: nothing, or not kept yet when it was issued.</summary>
    public ImmutableArray<LineTax>? LineTaxes { get; init; }

    /// <summary>The invoice it corrects; null: it is an invoice itself, and otherwise a credit memo.</summary>
    public CorrectedInvoice? Corrects { get; init; }

    /// <summary>Whether it takes off what an invoice put on.</summary>
    public bool IsCreditMemo => Corrects is not null;

    /// <summary>Wording of the document, such as that of reverse charge; null: none.</summary>
    public ImmutableArray<string>? Notes { get; init; }
}
