namespace BillingActors.Domain.Tariffs;

/// <summary>What a fixed price, a minimum or a tier limit is for.</summary>
public enum ChargePer
{
    /// <summary>A local day.</summary>
    Day,

    /// <summary>The full bill period of the cycle; the setting "proration" says how a part of it counts.</summary>
    Month,

    /// <summary>A year; a day of a price is one 365th or 366th of it.</summary>
    Year,

    /// <summary>A bill, whatever its days.</summary>
    Bill,

    /// <summary>The whole contract: limits of tiers that never start anew.</summary>
    Life,

    /// <summary>A window that is priced by itself.</summary>
    Window,
}
