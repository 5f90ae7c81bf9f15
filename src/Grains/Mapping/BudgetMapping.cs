using System.Collections.Immutable;
using BillingActors.Domain.Budgets;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;
using NodaTime;
using Wire = BillingActors.Grains.Interfaces.Budgets;

namespace BillingActors.Grains.Mapping;

/// <summary>Budget billing, wire ↔ domain.</summary>
internal static class BudgetMapping
{
    /// <summary>The command, or null where its kind is no kind there is.</summary>
    public static AgreeBudget? ToDomain(
        this Wire.AgreeBudget command, LocalDate on, ImmutableArray<BilledAmount> billed) =>
        command.Kind.ToWord<BudgetKind>() is { } kind
            ? new AgreeBudget(
                command.PlanId,
                kind,
                command.AmountMinor,
                command.From.ToDomain(),
                command.FirstOn.ToDomain(),
                command.InstalmentCount,
                command.AdjustPercent,
                on,
                billed)
            : null;

    public static Wire.BudgetView ToBudget(this LoadedAccount loaded)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var account = loaded.State;
        return new Wire.BudgetView(
            entityId,
            accountId,
            loaded.Version,
            account.Currency.Code,
            account.BudgetMinor,
            [.. account.Budgets.Select(ToView)]);
    }

    private static Wire.BudgetPlanView ToView(BudgetPlan plan) => new(
        plan.Id,
        plan.Kind.ToCode(),
        plan.AmountMinor,
        plan.From.ToWire(),
        plan.InstalmentCount,
        plan.AdjustPercent,
        plan.ChargedCount,
        plan.EndedOn is null ? plan.NextOn.ToWire() : null,
        plan.EndedOn.ToWire(),
        plan.BalanceMinor,
        [.. plan.Years.Select(year => new Wire.BudgetYearView(
            plan.YearFrom(year.Index).ToWire(),
            plan.YearUntil(year.Index).ToWire(),
            year.ChargedCount,
            year.ChargedMinor,
            year.ActualMinor,
            year.BilledDays,
            year.CarriedMinor,
            year.DifferenceMinor))]);
}
