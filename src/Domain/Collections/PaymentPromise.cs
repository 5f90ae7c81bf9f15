using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>A promise to pay an amount until a day; who said so is a code such as "customer".</summary>
public sealed record PaymentPromise(
    string Id,
    long AmountMinor,
    LocalDate MadeOn,
    LocalDate DueOn,
    string SaidBy,
    ImmutableArray<string> ItemIds)
{
    /// <summary>What became of it.</summary>
    public PromiseStatus Status { get; init; }

    /// <summary>What arrived from the day it was made until its day, less what went back.</summary>
    public long ReceivedMinor { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool IsOpen => Status == PromiseStatus.Open;

    /// <summary>Whether it is about an item: all, where it names none.</summary>
    public bool Covers(string itemId) => ItemIds.IsEmpty || ItemIds.Contains(itemId, StringComparer.Ordinal);
}
