namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>Which way the charge of a call or an increment is rounded.</summary>
public enum RoundingMethod
{
    /// <summary>To the nearest, halves away from zero.</summary>
    Half,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,
}
