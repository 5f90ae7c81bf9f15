using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>A payment plan.</summary>
/// <param name="PlanId">Plan.</param>
/// <param name="Status">"running", "kept", "broken" or "cancelled".</param>
/// <param name="AgreedOn">Agreed.</param>
/// <param name="GraceDays">Days an instalment may be late.</param>
/// <param name="TotalMinor">All of it.</param>
/// <param name="PaidMinor">Settled of it.</param>
/// <param name="ItemIds">Items.</param>
/// <param name="Instalments">Instalments.</param>
[GenerateSerializer, Immutable, Alias("plan-view")]
public sealed record PlanView(
    [property: Id(0)] string PlanId,
    [property: Id(1)] string Status,
    [property: Id(2)] DateOnly AgreedOn,
    [property: Id(3)] int GraceDays,
    [property: Id(4)] long TotalMinor,
    [property: Id(5)] long PaidMinor,
    [property: Id(6)] ImmutableArray<string> ItemIds,
    [property: Id(7)] ImmutableArray<InstalmentView> Instalments);
