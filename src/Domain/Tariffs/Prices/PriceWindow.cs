namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>Stretches of a bill that are priced each by itself.</summary>
public enum PriceWindow
{
    /// <summary>An hour, counted from midnight as time goes on.</summary>
    Hour,

    /// <summary>A local day.</summary>
    Day,

    /// <summary>A week from Monday on, or its days in the bill.</summary>
    Week,

    /// <summary>A calendar month, or its days in the bill.</summary>
    Month,
}
