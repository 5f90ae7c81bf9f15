using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>Drafts of lines for the charges of any tariff of a subscription.</summary>
internal sealed class LineDrafts(SubscriptionRequest request)
{
    private static readonly ContractUsage NothingMetered = new(new ServicePoint("", "", []), [], []);

    /// <summary>What the lines of a charge on some days have in common.</summary>
    public LineDraft Of(Tariff tariff, TariffVersion version, ChargeHead head, Period days) =>
        new(new RatingRequest(
            request.Life.ContractId, tariff, days, days, NothingMetered, [], 0, request.Currency, request.Zone),
            version, tariff.Reference(version), head, days);
}
