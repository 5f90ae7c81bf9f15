namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>What money would be set against; nothing is stored.</summary>
/// <param name="Application">The application, or null where the money would stay unapplied.</param>
/// <param name="UnappliedMinor">What would be left of the receipt.</param>
/// <param name="BalanceMinor">What the account would owe.</param>
/// <param name="Version">Version of the account it was worked out on.</param>
[GenerateSerializer, Immutable, Alias("payment-preview")]
public sealed record PaymentPreview(
    [property: Id(0)] ApplicationView? Application,
    [property: Id(1)] long UnappliedMinor,
    [property: Id(2)] long BalanceMinor,
    [property: Id(3)] long Version);
