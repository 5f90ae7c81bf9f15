using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Tariffs.Conversions;

/// <summary>A factor of a conversion: fixed, by date, or a setting of the contract.</summary>
/// <param name="Name">What it is, such as "pressure".</param>
/// <param name="Values">Values by first day, in order; empty where a setting gives it.</param>
/// <param name="Option">Name of the setting of the contract; null: the values count.</param>
public sealed record ConversionFactor(string Name, ImmutableArray<FactorValue> Values, string? Option)
{
    /// <summary>The value of a day; null where none is valid yet.</summary>
    public decimal? On(LocalDate day)
    {
        decimal? value = null;
        foreach (var entry in Values)
        {
            if (entry.From is null || entry.From <= day)
                value = entry.Value;
        }
        return value;
    }
}
