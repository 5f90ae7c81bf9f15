using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Sets what is left of a receipt against items: those that are named, else by rule.</summary>
/// <param name="ReceiptId">Receipt.</param>
/// <param name="ApplicationId">Application; unique in its receipt.</param>
/// <param name="Wishes">What is to be paid; none for the rules.</param>
/// <param name="On">When.</param>
public sealed record ApplyCash(
    string ReceiptId, string ApplicationId, ImmutableArray<ItemWish> Wishes, LocalDate On)
{
    /// <summary>How it is to find what it pays.</summary>
    public Allocation Allocation { get; init; }
}
