using System.Collections.Immutable;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Grains.Mapping.Subscriptions;

/// <summary>A subscription that may be billed, or why its document may not be used.</summary>
/// <param name="Request">The subscription; null where there are problems.</param>
/// <param name="Problems">Problems with their paths in the document.</param>
public sealed record MappedSubscription(SubscriptionRequest? Request, ImmutableArray<TariffProblem> Problems);
