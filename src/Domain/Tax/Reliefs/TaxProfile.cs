using System.Collections.Immutable;
using BillingActors.Domain.Tax.Places;

namespace BillingActors.Domain.Tax.Reliefs;

/// <summary>The tax status of a customer.</summary>
/// <param name="Places">Where it is supplied, for what has no service point that says.</param>
/// <param name="Exemptions">Its certificates.</param>
/// <param name="VatNumber">Its number as a taxable person; null: none.</param>
public sealed record TaxProfile(
    ImmutableArray<TaxPlacement> Places, ImmutableArray<TaxExemption> Exemptions, VatNumber? VatNumber)
{
    /// <summary>Nothing known.</summary>
    public static TaxProfile None { get; } = new([], [], null);

    /// <summary>Whether nothing is known.</summary>
    public bool IsNone => Places.IsEmpty && Exemptions.IsEmpty && VatNumber is null;
}
