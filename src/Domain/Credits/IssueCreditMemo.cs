using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Credits;

/// <summary>Corrects an invoice by a credit memo.</summary>
/// <param name="CreditId">Id of the correction.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Lines">The lines, each at most once; none for all that was not credited yet.</param>
/// <param name="Code">Reason code of the house's list.</param>
/// <param name="On">Document date.</param>
public sealed record IssueCreditMemo(
    string CreditId, CreditableInvoice Invoice, ImmutableArray<LineCredit> Lines, string Code, LocalDate On);
