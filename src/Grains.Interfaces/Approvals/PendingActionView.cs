using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Grains.Interfaces.Approvals;

/// <summary>An action that waits for a second person, with what it does to the account.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Action">What is asked for, such as adjust, refund or dispute-credit.</param>
/// <param name="EffectMinor">What it moves, in minor units.</param>
/// <param name="MakerId">Who asks.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">Since when.</param>
/// <param name="ExpiresOn">The last day on which it can be approved.</param>
/// <param name="BalanceMinorBefore">Balance as it stands.</param>
/// <param name="BalanceMinorAfter">Balance after it; null where it could not be done any more.</param>
/// <param name="ItemsBefore">The items it changes, as they stand.</param>
/// <param name="ItemsAfter">The items it changes, after it; those that are settled are absent.</param>
/// <param name="Payee">Who gets money that goes back, where it is not the original payer.</param>
/// <param name="DocumentIds">Ids of its documents, the oldest first.</param>
[GenerateSerializer, Immutable, Alias("pending-action-view")]
public sealed record PendingActionView(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Action,
    [property: Id(2)] long EffectMinor,
    [property: Id(3)] string MakerId,
    [property: Id(4)] string Reason,
    [property: Id(5)] DateOnly On,
    [property: Id(6)] DateOnly ExpiresOn,
    [property: Id(7)] long BalanceMinorBefore,
    [property: Id(8)] long? BalanceMinorAfter,
    [property: Id(9)] ImmutableArray<OpenItemView> ItemsBefore,
    [property: Id(10)] ImmutableArray<OpenItemView> ItemsAfter,
    [property: Id(11)] string? Payee = null,
    [property: Id(12)] ImmutableArray<string>? DocumentIds = null);
