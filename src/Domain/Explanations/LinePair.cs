using BillingActors.Domain.Rating;

namespace BillingActors.Domain.Explanations;

/// <summary>Lines of both bills that are the same thing; at least one side is there.</summary>
/// <param name="Before">Lines of the bill compared with, or null.</param>
/// <param name="After">Lines of the bill explained, or null.</param>
/// <param name="IsCharged">Whether both bills have the charge, though perhaps not this part of it.</param>
internal sealed record LinePair(LineGroup? Before, LineGroup? After, bool IsCharged)
{
    /// <summary>A line that names what is compared: the newer one, if there is one.</summary>
    public RatedLine Named => (After ?? Before!).First;

    /// <summary>Difference of the rounded amounts, in minor units.</summary>
    public long Minor => (After?.Minor ?? 0) - (Before?.Minor ?? 0);

    /// <summary>Whether either side gives money back.</summary>
    public bool IsCredit => Before?.IsCredit == true || After?.IsCredit == true;
}
