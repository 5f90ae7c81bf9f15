using System.Diagnostics.Metrics;

namespace BillingActors.Grains.Webhooks;

/// <summary>The metrics of calls to programs outside.</summary>
internal static class WebhookInstruments
{
    /// <summary>The meter.</summary>
    public const string MeterName = "BillingActors.Webhooks";

    /// <summary>Attempts by what became of them.</summary>
    public const string Attempts = "webhook_attempts_total";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Attempted = Meter.CreateCounter<long>(Attempts);

    /// <summary>Counts an attempt.</summary>
    public static void Count(string outcome) =>
        Attempted.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));
}
