using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Sets what is left of a receipt against items.</summary>
/// <param name="ApplicationId">Application; unique in its receipt.</param>
/// <param name="Items">What is to be paid; none for the rules.</param>
/// <param name="Allocation">
/// How it finds what it pays: rules, oldest-first, by-reference or pro-rata; null for the rules.
/// </param>
[GenerateSerializer, Immutable, Alias("payment-application")]
public sealed record PaymentApplication(
    [property: Id(0)] string ApplicationId,
    [property: Id(1)] ImmutableArray<PaidItem>? Items = null,
    [property: Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Allocation = null);
