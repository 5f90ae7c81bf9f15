using NodaTime;

namespace BillingActors.Domain.Tax.Places;

/// <summary>That a supply lies in a jurisdiction, from a day on.</summary>
/// <param name="Jurisdiction">The jurisdiction.</param>
/// <param name="From">First day; null: ever since.</param>
/// <param name="Until">Day from which it is no more; null: for ever.</param>
public sealed record TaxPlacement(string Jurisdiction, LocalDate? From = null, LocalDate? Until = null)
{
    /// <summary>Whether it holds on a day of supply.</summary>
    public bool IsValidOn(LocalDate day) => !(day < From) && !(day >= Until);
}
