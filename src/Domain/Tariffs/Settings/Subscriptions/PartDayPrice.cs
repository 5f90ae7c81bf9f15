namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Whether the price of a day is rounded before a part of a period is priced by it.</summary>
public enum PartDayPrice
{
    /// <summary>It is not.</summary>
    Exact,

    /// <summary>It is, to the smallest unit of the currency.</summary>
    Rounded,
}
