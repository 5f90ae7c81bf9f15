using System.Diagnostics.Metrics;

namespace BillingActors.Gateway.Mail;

/// <summary>The metrics of documents that leave by e-mail.</summary>
internal static class MailInstruments
{
    /// <summary>The meter.</summary>
    public const string MeterName = "BillingActors.Mail";

    /// <summary>Attempts by what became of them.</summary>
    public const string Attempts = "mail_attempts_total";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Attempted = Meter.CreateCounter<long>(Attempts);

    /// <summary>Counts an attempt.</summary>
    public static void Count(string outcome) =>
        Attempted.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));
}
