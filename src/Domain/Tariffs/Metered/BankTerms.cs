using NodaTime;

namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>How a bank of net metering is kept; what is null is as the setting says.</summary>
/// <param name="Usable">From when on a credit may be used.</param>
/// <param name="ExpiryMonths">Months after which a credit lapses; null and no setting: never.</param>
/// <param name="Anniversary">Day of the yearly true-up; null and no setting: there is none.</param>
/// <param name="Surplus">What becomes of the rest at the true-up.</param>
/// <param name="SurplusPrice">Price of a unit of energy that is left.</param>
public sealed record BankTerms(
    CreditUse? Usable,
    int? ExpiryMonths,
    AnnualDate? Anniversary,
    SurplusRule? Surplus,
    decimal? SurplusPrice);
