using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Grains.Interfaces.Approvals;

/// <summary>What something done by hand would do to an account as it stands; all amounts are in minor units.</summary>
/// <param name="EffectMinor">What it moves, and what counts toward a limit where it has one.</param>
/// <param name="IsWaiting">Whether it would wait for a second person.</param>
/// <param name="Before">The account as it is.</param>
/// <param name="After">The account as it would be, once a second person agreed where one must.</param>
/// <param name="ItemsBefore">Open items that it changes, as they are.</param>
/// <param name="ItemsAfter">The same and new ones, as they would be.</param>
[GenerateSerializer, Immutable, Alias("action-preview")]
public sealed record ActionPreview(
    [property: Id(0)] long EffectMinor,
    [property: Id(1)] bool IsWaiting,
    [property: Id(2)] ActionSums Before,
    [property: Id(3)] ActionSums After,
    [property: Id(4)] ImmutableArray<OpenItemView> ItemsBefore,
    [property: Id(5)] ImmutableArray<OpenItemView> ItemsAfter);
