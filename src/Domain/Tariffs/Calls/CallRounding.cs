using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>How a charge is rounded before it is added up.</summary>
/// <param name="Method">Which way.</param>
/// <param name="Decimals">Decimals of a unit of the currency, 0 to 10.</param>
public sealed record CallRounding(RoundingMethod Method, int Decimals)
{
    /// <summary>Most decimals a charge may be rounded to.</summary>
    public const int DecimalsMax = 10;

    /// <summary>The rounded amount.</summary>
    public decimal Round(decimal exact)
    {
        // "Up" would turn noise into a whole step.
        var clean = Rounding.WithoutNoise(exact);
        return Method switch
        {
            RoundingMethod.Up => Rounding.AwayFromZero(clean, Decimals),
            RoundingMethod.Down => Rounding.TowardsZero(clean, Decimals),
            _ => Rounding.HalfAwayFromZero(clean, Decimals),
        };
    }
}
