using BillingActors.Domain.Tariffs.Calls;

namespace BillingActors.Domain.Tariffs.Events;

/// <summary>How the quantity of a period becomes the billed one: in larger units, rounded, less what is free.</summary>
/// <param name="Factor">What the quantity is multiplied by.</param>
/// <param name="Size">How many of the reported units a billed one is.</param>
/// <param name="Rounding">How the billed quantity is rounded; null: it stays exact.</param>
/// <param name="Free">Billed units that cost nothing.</param>
public sealed record EventCounting(decimal Factor, decimal Size, CallRounding? Rounding, decimal Free)
{
    /// <summary>The billed quantity.</summary>
    public decimal Of(decimal quantity)
    {
        var counted = quantity * Factor / Size;
        counted = Rounding is { } rounding ? rounding.Round(counted) : counted;
        return counted <= 0m ? counted : decimal.Max(0m, counted - Free);
    }
}
