namespace BillingActors.Gateway.Health;

/// <summary>Tags of health checks; other parts of the product register their own checks under them.</summary>
public static class HealthTag
{
    /// <summary>Needed to take calls.</summary>
    public const string Ready = "ready";

    /// <summary>Needed to have started.</summary>
    public const string Startup = "startup";
}
