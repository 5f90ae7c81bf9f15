using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>What days would have cost on another tariff or with other reads; nothing is stored.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="ContractId">The contract that was moved.</param>
/// <param name="TariffId">The tariff it was moved to, or its own one on the last day.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Taxes">Taxes.</param>
/// <param name="NetMinor">Net.</param>
/// <param name="TaxMinor">Tax.</param>
/// <param name="TotalMinor">Total.</param>
/// <param name="Doubts">What a bill run would ask a person about.</param>
/// <param name="Explanation">Why it differs from what was billed, or from the same days on the own tariff.</param>
/// <param name="Reads">Reads that were assumed, as an import would bring them.</param>
[GenerateSerializer, Immutable, Alias("what-if-view")]
public sealed record WhatIfView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string ContractId,
    [property: Id(3)] string TariffId,
    [property: Id(4)] DateOnly From,
    [property: Id(5)] DateOnly Until,
    [property: Id(6)] string Currency,
    [property: Id(7)] ImmutableArray<InvoiceLineView> Lines,
    [property: Id(8)] ImmutableArray<TaxLineView> Taxes,
    [property: Id(9)] long NetMinor,
    [property: Id(10)] long TaxMinor,
    [property: Id(11)] long TotalMinor,
    [property: Id(12)] ImmutableArray<string> Doubts,
    [property: Id(13)] ExplanationView Explanation,
    [property: Id(14)] ImmutableArray<AssumedReadView> Reads);
