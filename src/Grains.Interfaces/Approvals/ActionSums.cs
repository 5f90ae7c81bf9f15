namespace BillingActors.Grains.Interfaces.Approvals;

/// <summary>The sums of an account that things done by hand move, in minor units.</summary>
/// <param name="BalanceMinor">What is owed; negative when in credit.</param>
/// <param name="UnappliedMinor">Money that has paid nothing yet.</param>
/// <param name="HeldMinor">What is held of its deposits.</param>
/// <param name="RefundingMinor">Money set aside that is to go back and was not paid out.</param>
[GenerateSerializer, Immutable, Alias("action-sums")]
public sealed record ActionSums(
    [property: Id(0)] long BalanceMinor,
    [property: Id(1)] long UnappliedMinor,
    [property: Id(2)] long HeldMinor,
    [property: Id(3)] long RefundingMinor);
