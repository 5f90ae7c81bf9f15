using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>The power factor of a contract: that of a setting, else of what its meters counted.</summary>
internal readonly struct MeteredPowerFactor(IQuantities quantities, RatingSettings settings)
{
    /// <summary>The factor over some days; null after a reason to hold was added.</summary>
    public decimal? Of(string charge, Period days, (MeterSelection Real, MeterSelection Reactive) meters)
    {
        if (settings.Of(DemandSettings.PowerFactor) is { } given)
            return given;
        return Energies(charge, days, meters) is var (active, idle) ? OfEnergies(active, idle) : null;
    }

    /// <summary>Real and reactive energy of some days; null after a reason to hold was added.</summary>
    public (decimal Active, decimal Idle)? Energies(
        string charge, Period days, (MeterSelection Real, MeterSelection Reactive) meters) =>
        quantities.Use(new(charge, meters.Real, days, null)) is { } active
        && quantities.Use(new(charge, meters.Reactive, days, null)) is { } idle
            ? (active.ByPeriod[0], idle.ByPeriod[0])
            : null;

    /// <summary>The factor of real and reactive energy; 1 where nothing real was used.</summary>
    public decimal OfEnergies(decimal active, decimal idle)
    {
        if (active <= 0m)
            return 1m;
        var factor = active / Exact.SquareRoot((active * active) + (idle * idle));
        var rounded = settings.Of(DemandSettings.PowerFactorDecimals) is { } decimals
            ? Rounding.HalfAwayFromZero(factor, (int)decimals)
            : factor;
        // It divides: one that rounds to nothing stays as it was measured.
        return rounded > 0m ? rounded : factor;
    }
}
