namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>The demand that hours of use are counted with; one of the three is given.</summary>
/// <param name="Charge">Code of a demand charge that stands before: its billed demand.</param>
/// <param name="Fixed">A demand that is the same for all.</param>
/// <param name="Option">Name of a setting of the contract with the demand.</param>
public sealed record HoursUseDemand(string? Charge, decimal? Fixed, string? Option);
