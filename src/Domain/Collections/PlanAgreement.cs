using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Puts instalments in the place of due dates: split by largest remainder, so that they come to the items to the cent.
/// </summary>
public static class PlanAgreement
{
    /// <summary>
    /// Refuses a second running plan, too many within a year, items in dispute or elsewhere, and days that do not fit.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, AgreePlan wanted, PlanRule rule)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.PlanId))
            return Refusals.IdInvalid;
        var file = account.Collected;
        if (file.Plan(wanted.PlanId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : CollectionRefusals.IdTaken;
        if (file.Plans.Any(plan => plan.IsRunning))
            return CollectionRefusals.PlanRunning;
        if (file.Plans.Count(plan => plan.AgreedOn > wanted.On.PlusYears(-1)) >= rule.YearlyCountMax)
            return CollectionRefusals.TooManyPlans(rule.YearlyCountMax);
        if (WrongDays(wanted, rule) is { } wrong)
            return wrong;
        var items = Items(account, wanted);
        if (items.IsEmpty || items.Any(item => item is null))
            return CollectionRefusals.ItemUnknown;
        if (items.Any(item => !account.DisputedOf(item!.Id).IsZero))
            return CollectionRefusals.ItemDisputed;
        return items.Any(item => file.IsPlaced(item!.Id) || file.IsPromised(item.Id))
            ? CollectionRefusals.ItemElsewhere
            : Agreed(account, wanted, rule, [.. items.Select(item => new PlanItem(item!.Id, item.Open.Minor))]);
    }

    private static ImmutableArray<OpenItem?> Items(Account account, AgreePlan wanted) => wanted.ItemIds.IsEmpty
        ? [.. account.OpenItems.Where(item => item.Open.Minor > 0 && account.DisputedOf(item.Id).IsZero)]
        : [.. wanted.ItemIds.Distinct(StringComparer.Ordinal)
            .Select(id => account.Item(id) is { Open.Minor: > 0 } item ? item : null)];

    private static Refusal? WrongDays(AgreePlan wanted, PlanRule rule)
    {
        var days = wanted.DueOn;
        if (days.IsEmpty || days.Length > rule.InstalmentCountMax)
            return CollectionRefusals.InstalmentsInvalid($"A plan has 1 to {rule.InstalmentCountMax} instalments.");
        if (days[0] < wanted.On || days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second))
            return CollectionRefusals.InstalmentsInvalid("Each instalment is due after the one before.");
        return days[^1] > wanted.On.PlusDays(rule.DaysMax) ? CollectionRefusals.TooFarAhead(rule.DaysMax) : null;
    }

    private static Decision<AccountEvent> Agreed(
        Account account, AgreePlan wanted, PlanRule rule, ImmutableArray<PlanItem> items)
    {
        var total = items.Sum(item => item.OpenMinor);
        var first = wanted.FirstMinor ?? 0;
        var count = wanted.DueOn.Length - (wanted.FirstMinor is null ? 0 : 1);
        if (wanted.FirstMinor <= 0 || total - first < count || (count == 0 && first != total))
            return CollectionRefusals.InstalmentsInvalid("Every instalment must be above zero.");
        var amounts = count == 0
            ? []
            : MoneySplit.ByWeights(new Money(total - first, account.Currency), [.. Enumerable.Repeat(1m, count)])
                .Select(part => part.Minor);
        if (wanted.FirstMinor is not null)
            amounts = amounts.Prepend(first);
        var plan = new AccountEvent.PlanAgreed(
            wanted.PlanId,
            wanted.On,
            rule.GraceDays,
            items,
            [.. wanted.DueOn.Zip(amounts, (dueOn, minor) => new Instalment(dueOn, minor))]);
        Invariant.Holds(
            plan.Instalments.Sum(part => part.AmountMinor) == total, "the instalments of a plan sum to its items");
        return plan;
    }

    private static bool IsSame(PaymentPlan plan, AgreePlan wanted) =>
        plan.AgreedOn == wanted.On
        && plan.Instalments.Select(part => part.DueOn).SequenceEqual(wanted.DueOn)
        && (wanted.FirstMinor is not { } first || plan.Instalments[0].AmountMinor == first)
        && (wanted.ItemIds.IsEmpty
            || wanted.ItemIds.ToHashSet(StringComparer.Ordinal).SetEquals(plan.Items.Select(item => item.ItemId)));
}
