namespace BillingActors.Domain.Tariffs;

/// <summary>A price plan with its versions by date.</summary>
/// <param name="Id">Id, such as "home-tou".</param>
public sealed record Tariff(string Id);
