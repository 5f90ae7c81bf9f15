using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>A tariff as bills see it, and what is meant to follow.</summary>
/// <param name="Id">Tariff.</param>
/// <param name="Published">Its revisions, oldest first.</param>
/// <param name="Draft">The draft, where it differs from what is published.</param>
/// <param name="Problems">What keeps the draft from being published.</param>
/// <param name="Authors">Who wrote the draft, and so may not publish it.</param>
public sealed record TariffPicture(
    string Id,
    ImmutableArray<MasterView> Published,
    MasterView? Draft,
    ImmutableArray<TariffProblemView> Problems,
    ImmutableArray<string> Authors)
{
    /// <summary>The newest revision, or else the draft.</summary>
    public TariffDocument Tariff => (Published.LastOrDefault() ?? Draft)!.Content.Tariff!;
}
