using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Deposits;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>What a customer is to deposit, and what became of it; that it was paid is in the events of cash.</summary>
[JsonDerivedType(typeof(DepositAssessed), "deposit-assessed")]
[JsonDerivedType(typeof(DepositReduced), "deposit-reduced")]
[JsonDerivedType(typeof(DepositRequested), "deposit-requested")]
[JsonDerivedType(typeof(DepositInterestCredited), "deposit-interest-credited")]
[JsonDerivedType(typeof(DepositReleased), "deposit-released")]
public abstract partial record AccountEvent
{
    /// <summary>Something that happened to a deposit.</summary>
    public abstract record DepositEvent : AccountEvent
    {
        private protected DepositEvent()
        {
        }

        /// <summary>The deposit.</summary>
        public abstract string DepositId { get; init; }

        /// <summary>The day it happened on.</summary>
        public abstract LocalDate On { get; init; }
    }

    /// <summary>It was decided what the customer deposits, from a month's bill or without.</summary>
    public sealed record DepositAssessed(
        string DepositId, DepositBasis Basis, long AmountMinor, long MonthlyMinor, LocalDate On) : DepositEvent;

    /// <summary>Less is asked for; the shares are of the parts that need not be paid any more.</summary>
    public sealed record DepositReduced(
        string DepositId,
        string? ReductionId,
        DepositCause Cause,
        long AmountMinorBefore,
        long AmountMinor,
        ImmutableArray<ItemShare> Shares,
        LocalDate On) : DepositEvent;

    /// <summary>The customer is asked to pay it, each part an open item of its own.</summary>
    public sealed record DepositRequested(
        string DepositId, ImmutableArray<DepositInstalment> Instalments, LocalDate On) : DepositEvent;

    /// <summary>Interest was credited to the account as an item of its own; what rounding left is kept.</summary>
    public sealed record DepositInterestCredited(
        string DepositId,
        string ItemId,
        long AmountMinor,
        LocalDate Until,
        DepositDayCount DayCount,
        ImmutableArray<DepositInterestPart> Parts,
        decimal CarryMinor,
        LocalDate On) : DepositEvent;

    /// <summary>All or some of what was held was given back, as a credit item of its own.</summary>
    public sealed record DepositReleased(
        string DepositId, string? ReleaseId, DepositCause Cause, string ItemId, long AmountMinor, LocalDate On)
        : DepositEvent;
}
