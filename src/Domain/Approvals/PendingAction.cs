using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>An action that waits for a second person.</summary>
/// <param name="RequestId">Id of the request: that of what the action makes.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="EffectMinor">What it moves, as its maker saw it, in minor units.</param>
/// <param name="MakerId">Who asks.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">Since when.</param>
/// <param name="ExpiresOn">The last day on which it can be approved.</param>
public sealed record PendingAction(
    string RequestId,
    MoneyAction Action,
    long EffectMinor,
    string MakerId,
    string Reason,
    LocalDate On,
    LocalDate ExpiresOn);
