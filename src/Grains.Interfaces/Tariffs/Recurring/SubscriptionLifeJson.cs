using System.Text.Json;
using BillingActors.Grains.Interfaces.Json;

namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>
/// Reads lives of subscriptions as JSON: unknown members are refused, decimals are strings or numbers.
/// </summary>
public static class SubscriptionLifeJson
{
    /// <summary>Reads a life; a <see cref="JsonException"/> names the path and what is wrong there.</summary>
    public static SubscriptionLifeDocument Read(ReadOnlySpan<byte> json)
    {
        var life = JsonSerializer.Deserialize(json, TariffJsonContext.Default.SubscriptionLifeDocument)
            ?? throw new JsonException("The life of a subscription is an object, not null.");
        JsonGaps.Refuse(json);
        return life;
    }
}
