namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>One difference between two versions of a legal entity.</summary>
/// <param name="Path">
/// The setting, such as "approvalDays"; of a limit its role, action and currency: "approvalLimits/clerk/refund/AUD".
/// </param>
/// <param name="Before">What it was, of a limit in minor units; absent where there was none.</param>
/// <param name="After">What it becomes; absent where there will be none.</param>
[GenerateSerializer, Immutable, Alias("legal-entity-change-view")]
public sealed record LegalEntityChangeView(
    [property: Id(0)] string Path, [property: Id(1)] string? Before, [property: Id(2)] string? After);
