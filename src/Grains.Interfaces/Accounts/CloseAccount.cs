namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Closes an account whose contracts have all ended.</summary>
/// <param name="On">Last day.</param>
[GenerateSerializer, Immutable, Alias("close-account")]
public sealed record CloseAccount(
    [property: Id(0)] DateOnly On);
