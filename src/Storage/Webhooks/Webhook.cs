using System.Collections.Immutable;

namespace BillingActors.Storage.Webhooks;

/// <summary>An endpoint of a program outside that is called when something happened, without its secrets.</summary>
/// <param name="WebhookId">Its id.</param>
/// <param name="EntityId">The legal entity whose accounts it hears of.</param>
/// <param name="Url">Where it is called.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Types">Which events it asks for.</param>
/// <param name="IsEnabled">Whether it is called.</param>
/// <param name="Why">
/// Why it is not called: "by-hand", "gone" where it said so itself, "failing" where it failed for too long.
/// </param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="FailingSince">Since when nothing arrives; null where the last call did, or none was made.</param>
/// <param name="SecretBeforeUntil">Until when calls are signed with the secret before as well.</param>
public sealed record Webhook(
    string WebhookId,
    string EntityId,
    string Url,
    string Description,
    ImmutableArray<string> Types,
    bool IsEnabled,
    string? Why,
    long Version,
    DateTimeOffset MadeAt,
    string MadeBy,
    DateTimeOffset ChangedAt,
    DateTimeOffset? FailingSince,
    DateTimeOffset? SecretBeforeUntil);
