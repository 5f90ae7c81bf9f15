using System.Text.Json.Serialization;
using BillingActors.Domain.Budgets;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Budget billing: instalments, and the settlement of what they differ by from the bills.</summary>
[JsonDerivedType(typeof(BudgetAgreed), "budget-agreed")]
[JsonDerivedType(typeof(BudgetCharged), "budget-charged")]
[JsonDerivedType(typeof(BudgetAdjusted), "budget-adjusted")]
[JsonDerivedType(typeof(BudgetSettled), "budget-settled")]
[JsonDerivedType(typeof(BudgetRolled), "budget-rolled")]
[JsonDerivedType(typeof(BudgetEnded), "budget-ended")]
public abstract partial record AccountEvent
{
    /// <summary>An event of budget billing.</summary>
    public abstract record BudgetEvent : AccountEvent
    {
        private protected BudgetEvent()
        {
        }
    }

    /// <summary>Bills for days from the first day on are set against even instalments.</summary>
    public sealed record BudgetAgreed(
        string PlanId,
        BudgetKind BudgetKind,
        long AmountMinor,
        LocalDate From,
        LocalDate FirstOn,
        int InstalmentCount,
        int AdjustPercent,
        LocalDate On) : BudgetEvent;

    /// <summary>An instalment is owed.</summary>
    public sealed record BudgetCharged(
        string PlanId, string ItemId, long AmountMinor, LocalDate On, LocalDate DueOn) : BudgetEvent;

    /// <summary>The instalments to come have another amount, by hand or because the year drifts.</summary>
    public sealed record BudgetAdjusted(
        string PlanId, long AmountBeforeMinor, long AmountMinor, string Code, LocalDate On) : BudgetEvent;

    /// <summary>The years up to one are settled: what they differ by is owed, or a credit.</summary>
    public sealed record BudgetSettled(
        string PlanId,
        string ItemId,
        int ThroughYear,
        long ChargedMinor,
        long ActualMinor,
        long CarriedMinor,
        LocalDate On,
        LocalDate DueOn) : BudgetEvent
    {
        /// <summary>What is owed; negative where it is given back.</summary>
        public long DifferenceMinor => ActualMinor + CarriedMinor - ChargedMinor;
    }

    /// <summary>What a year differs by is paid with the instalments of the next.</summary>
    public sealed record BudgetRolled(
        string PlanId, int Year, long DifferenceMinor, long AmountBeforeMinor, long AmountMinor, LocalDate On)
        : BudgetEvent;

    /// <summary>The plan is over; bills are owed as they are issued again.</summary>
    public sealed record BudgetEnded(string PlanId, string Code, LocalDate On) : BudgetEvent;
}
