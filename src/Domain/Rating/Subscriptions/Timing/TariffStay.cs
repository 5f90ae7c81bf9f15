using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions.Timing;

/// <summary>The time a life spends on one tariff without a break.</summary>
/// <param name="Tariff">Id of the tariff.</param>
/// <param name="From">Start.</param>
/// <param name="Until">End, exclusive; open for the last one.</param>
/// <param name="Last">Its last part, from whose anchor its periods are counted.</param>
internal sealed record TariffStay(string Tariff, LocalDateTime From, LocalDateTime Until, LifeSpan Last)
{
    /// <summary>The stays of a timeline in order.</summary>
    public static IReadOnlyList<TariffStay> Of(LifeTimeline timeline)
    {
        var stays = new List<TariffStay>();
        foreach (var span in timeline.Spans)
        {
            if (stays.Count > 0 && stays[^1].Tariff == span.Tariff)
                stays[^1] = stays[^1] with { Until = span.Until, Last = span };
            else
                stays.Add(new TariffStay(span.Tariff, span.From, span.Until, span));
        }
        return stays;
    }
}
