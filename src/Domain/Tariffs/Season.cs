using NodaTime;

namespace BillingActors.Domain.Tariffs;

/// <summary>A part of the year: from its first day until the next season begins.</summary>
/// <param name="Name">Name, such as "summer".</param>
/// <param name="From">First day.</param>
public sealed record Season(string Name, AnnualDate From);
