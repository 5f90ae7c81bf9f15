using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>A sum rounded to a multiple: won in tens, cents in fives.</summary>
/// <param name="Multiple">The multiple, in units of the currency.</param>
/// <param name="Method">Which way.</param>
public sealed record MultipleRounding(decimal Multiple, RoundingMethod Method)
{
    /// <summary>The rounded sum; one below zero is rounded as the same sum above.</summary>
    public decimal Round(decimal exact) => Method switch
    {
        RoundingMethod.Up => Rounding.UpToMultiple(exact, Multiple),
        RoundingMethod.Down => Rounding.DownToMultiple(exact, Multiple),
        _ => Rounding.HalfToMultiple(exact, Multiple),
    };
}
