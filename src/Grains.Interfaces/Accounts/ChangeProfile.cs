namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Changes the cycle or the terms of an account.</summary>
/// <param name="CycleId">Bill cycle from now on.</param>
/// <param name="TermsDays">Days from issue to due date, 0 to 365.</param>
[GenerateSerializer, Immutable, Alias("change-profile")]
public sealed record ChangeProfile(
    [property: Id(0)] string CycleId,
    [property: Id(1)] int TermsDays);
