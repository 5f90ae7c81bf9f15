using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>
/// Asks what days of the past would have cost on another tariff or with other reads: those of an issued invoice, or
/// days of a contract.
/// </summary>
/// <param name="ContractId">The contract that moves; its other ones stay where they were.</param>
/// <param name="InvoiceId">An invoice of the account by id or number; absent: days are given.</param>
/// <param name="From">First day, where no invoice is given.</param>
/// <param name="Until">End day, exclusive, where no invoice is given.</param>
/// <param name="TariffId">A tariff that is stored; absent where one is given, or where only reads change.</param>
/// <param name="Tariff">A tariff that is not stored; absent where one is named.</param>
/// <param name="Version">The version that prices all the days, whatever its own; absent: as the versions say.</param>
/// <param name="IsDraft">Whether the draft of the stored tariff counts and not what is published.</param>
/// <param name="Reads">Reads of the contract's registers in the place of what was read; absent: none.</param>
[GenerateSerializer, Immutable, Alias("what-if-question")]
public sealed record WhatIfQuestion(
    [property: Id(0)] string ContractId,
    [property: Id(1)] string? InvoiceId = null,
    [property: Id(2)] DateOnly? From = null,
    [property: Id(3)] DateOnly? Until = null,
    [property: Id(4)] string? TariffId = null,
    [property: Id(5)] TariffDocument? Tariff = null,
    [property: Id(6)] int? Version = null,
    [property: Id(7)] bool IsDraft = false,
    [property: Id(8)] ImmutableArray<AssumedRead>? Reads = null);
