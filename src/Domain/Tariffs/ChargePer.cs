namespace BillingActors.Domain.Tariffs;

/// <summary>What a fixed price, a minimum or a tier limit is for.</summary>
public enum ChargePer
{
    /// <summary>A local day.</summary>
    Day,

    /// <summary>The full bill period of the cycle; a part of it counts by days.</summary>
    Month,

    /// <summary>A calendar year; a day is one 365th or 366th of it.</summary>
    Year,
}
