using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>A second person says yes or no to an action that waits.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="EffectMinor">What it moves, as the person saw it; another effect voids the request.</param>
/// <param name="LimitMinor">How much the person may move on one day and customer, inclusive.</param>
/// <param name="On">Today, in the entity's zone.</param>
/// <param name="OnBehalfOf">In whose place the person decides; null: in his own.</param>
/// <param name="ElsewhereMinor">
/// What the person, and whose place it is, moved that day by the action on other accounts of the customer.
/// </param>
public sealed record DecideAction(
    string RequestId,
    long EffectMinor,
    long LimitMinor,
    LocalDate On,
    string? OnBehalfOf = null,
    long ElsewhereMinor = 0);
