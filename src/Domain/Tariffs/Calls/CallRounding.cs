using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>How a charge is rounded before it is added up.</summary>
/// <param name="Method">Which way.</param>
/// <param name="Decimals">
/// Decimals of a unit of the currency, -10 to 10; below 0 it is a multiple of tens: -2 are whole hundreds.
/// </param>
public sealed record CallRounding(RoundingMethod Method, int Decimals)
{
    /// <summary>Most decimals a charge may be rounded to.</summary>
    public const int DecimalsMax = 10;

    /// <summary>The rounded amount.</summary>
    public decimal Round(decimal exact)
    {
        // "Up" would turn noise into a whole step.
        var clean = Rounding.WithoutNoise(exact);
        if (Decimals < 0)
            return OfMultiple(clean);
        return Method switch
        {
            RoundingMethod.Up => Rounding.AwayFromZero(clean, Decimals),
            RoundingMethod.Down => Rounding.TowardsZero(clean, Decimals),
            _ => Rounding.HalfAwayFromZero(clean, Decimals),
        };
    }

    private decimal OfMultiple(decimal exact)
    {
        var multiple = 1m;
        for (var i = Decimals; i < 0; i++)
            multiple *= 10m;
        return Method switch
        {
            RoundingMethod.Up => Rounding.UpToMultiple(exact, multiple),
            RoundingMethod.Down => Rounding.DownToMultiple(exact, multiple),
            _ => Rounding.HalfToMultiple(exact, multiple),
        };
    }
}
