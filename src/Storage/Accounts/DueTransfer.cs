using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>The due work of an account that has something on its way to another one.</summary>
internal static class DueTransfer
{
    /// <summary>Kind of the due work.</summary>
    public const string Kind = "transfer";

    // Fourteen hours before midnight in UTC the day has begun nowhere yet, so whatever waits is due at once.
    private static readonly Duration EarliestStart = Duration.FromHours(14);

    /// <summary>When it is due; null where nothing waits.</summary>
    public static Instant? Of(Account account) => account.TransferWaitsSince is { } day
        ? day.AtMidnight().InUtc().ToInstant() - EarliestStart
        : null;
}
