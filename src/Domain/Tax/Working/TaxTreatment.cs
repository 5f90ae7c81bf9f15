using System.Collections.Immutable;
using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tax.Working;

/// <summary>The taxes that stand for a line on a day of supply, in the order of computing.</summary>
internal sealed record TaxTreatment(ImmutableArray<AppliedTax> Taxes)
{
    /// <summary>The terms where one choice must be made for all taxes: those of the first.</summary>
    public TaxTerms Terms => Taxes.FirstOrDefault(tax => tax.Applies)?.Terms ?? TaxTerms.Default;

    /// <summary>Whether something frees it.</summary>
    public bool IsRelieved => Taxes.Any(tax => tax.Applies && tax.Relief is not null);

    /// <summary>Whether it taxes alike.</summary>
    public bool IsSame(TaxTreatment other) => Taxes.SequenceEqual(other.Taxes);
}
