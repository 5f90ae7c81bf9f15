using BillingActors.Domain.Tariffs.Calls;

namespace BillingActors.Domain.Tariffs.Events;

/// <summary>
/// How a quantity becomes the billed one: in larger units, rounded, at least so much, less what is free.
/// </summary>
/// <param name="Factor">What the quantity is multiplied by.</param>
/// <param name="Size">How many of the reported units a billed one is.</param>
/// <param name="Rounding">How the billed quantity is rounded; null: it stays exact.</param>
/// <param name="Free">Billed units that cost nothing.</param>
public sealed record EventCounting(decimal Factor, decimal Size, CallRounding? Rounding, decimal Free)
{
    /// <summary>Billed units that count at least, where there is anything; null: no least.</summary>
    public decimal? Least { get; init; }

    /// <summary>The billed quantity.</summary>
    public decimal Of(decimal quantity)
    {
        var counted = quantity * Factor / Size;
        counted = Rounding is { } rounding ? rounding.Round(counted) : counted;
        if (quantity > 0m && counted < Least)
            counted = Least.Value;
        return counted <= 0m ? counted : decimal.Max(0m, counted - Free);
    }
}
