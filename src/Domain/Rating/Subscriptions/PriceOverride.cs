using BillingActors.Domain.Tariffs;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>A price of a contract that goes over that of its tariff.</summary>
/// <param name="Charge">Code of the charge.</param>
/// <param name="Price">The price.</param>
/// <param name="From">First day; null: from the start.</param>
/// <param name="Until">Day it ends, exclusive; null: never.</param>
public sealed record PriceOverride(string Charge, PriceModel Price, LocalDate? From = null, LocalDate? Until = null)
{
    /// <summary>Whether it is for the charge on the day.</summary>
    public bool Covers(string code, LocalDate day) =>
        Charge == code && (From is not { } from || from <= day) && (Until is not { } until || day < until);
}
